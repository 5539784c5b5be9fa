import { useTranslation } from 'react-i18next';
import { Notice } from '../page/notice.tsx';

/** The way to the table, for who staffs it. */
export function AtTable({ voteId }: { voteId: string }) {
  const { t } = useTranslation('votingPaper');
  return (
    <Notice title={t('table.go')}>
      <p>
        <a href={`/stemwerk/${voteId}/tafel`}>{t('table.goLink')}</a>
      </p>
    </Notice>
  );
}
