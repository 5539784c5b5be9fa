import { useTranslation } from 'react-i18next';
import { Notice } from '../page/notice.tsx';

/** Who is on benefits asks first. Which benefits somebody has is neither asked nor kept. */
export function BenefitsNotice() {
  const { t } = useTranslation('volunteering');
  return (
    <Notice title={t('benefits.title')}>
      <p>{t('benefits.text')}</p>
      <p className="mt-3">{t('benefits.young')}</p>
      <p className="mt-3">{t('benefits.stored')}</p>
    </Notice>
  );
}
