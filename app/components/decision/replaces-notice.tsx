import { useTranslation } from 'react-i18next';
import { Notice } from '../page/notice.tsx';

/** Says which earlier decision this one takes the place of; for who confirms it as well as for the register. */
export function ReplacesNotice({ number }: { number: string | null }) {
  const { t } = useTranslation('decisions');
  return number === null ? null : (
    <Notice>
      <p>
        {t('page.replaces')} <a href={`/besluiten/${number}`}>{number}</a>. {t('page.replacesEnd')}
      </p>
    </Notice>
  );
}
