import { useTranslation } from 'react-i18next';
import type { PublishedDecision } from '#app/modules/decisions/published.ts';
import { useDecisionWords } from './use-decision-words.ts';

/** Where the plan stood among the others of its round, and what the money reached. */
export function DecisionStanding({ publication }: { publication: PublishedDecision }) {
  const { t } = useTranslation('decisions');
  const { amount } = useDecisionWords();
  if (publication.version !== 3 || publication.standing === null || publication.scores === null) return null;
  const { entries, rank, isTied, money } = publication.standing;
  return (
    <div className="prose mb-6">
      <p>
        {rank === null
          ? t('receipt.standing.unranked', { entries })
          : t(isTied ? 'receipt.standing.tied' : 'receipt.standing.ranked', { rank, entries })}{' '}
        {money === null
          ? null
          : t(`receipt.standing.state.${money.state}`, {
              available: amount(money.availableCents),
              requested: amount(publication.subject.kind === 'initiative' ? publication.subject.requestedCents : 0),
            })}{' '}
        <a href={`/rondes/${publication.scores.round.slug}`}>{t('receipt.standing.round')}</a>
      </p>
    </div>
  );
}
