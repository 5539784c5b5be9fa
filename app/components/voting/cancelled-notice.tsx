import { useTranslation } from 'react-i18next';
import { dateText } from '#app/kernel/date-text.ts';
import type { VoteFacts } from '#app/modules/voting/views.ts';
import { Written } from '../content/written.tsx';
import { Notice } from '../page/notice.tsx';

/** That a vote was cancelled: why, by whom, when, and what became of the votes and the money. */
export function CancelledNotice({ vote }: { vote: Pick<VoteFacts, 'cancelReason' | 'cancelledAt' | 'body'> }) {
  const { t, i18n } = useTranslation('voting');
  const { cancelledAt } = vote;
  if (cancelledAt === null) return null;
  return (
    <Notice tone="warning" title={t('cancelled')}>
      <p className="whitespace-pre-line">
        <Written>{vote.cancelReason}</Written>
      </p>
      <p className="mt-2">
        {t('cancelledBy', { body: vote.body.name, date: dateText(cancelledAt, 'time', i18n.language) })}
      </p>
    </Notice>
  );
}
