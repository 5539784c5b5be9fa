import { useTranslation } from 'react-i18next';
import { Notice } from '../page/notice.tsx';

/** For who works with money: nobody can pay online here, and why. */
export function StripeOff() {
  const { t } = useTranslation('giving');
  return (
    <Notice tone="warning" title={t('off.staff')}>
      <p>{t('off.staffText')}</p>
    </Notice>
  );
}
