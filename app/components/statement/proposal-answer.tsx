import { useTranslation } from 'react-i18next';
import type { ItemProposal } from '#app/modules/payouts/statement-views.ts';
import { Facts } from '../content/facts.tsx';
import { DateText } from '../content/date-text.tsx';
import { Written } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';
import { CandidateText } from './candidate-text.tsx';

/** What was proposed, and what the actor may do with it. */
export function ProposalAnswer({ proposal, mayWork }: { proposal: ItemProposal; mayWork: boolean }) {
  const { t } = useTranslation('statements');
  const { id, line, batch, note, byTheBank, proposedBy, proposedAt, isMine, mayConfirm } = proposal;
  const isNothing = line === null && batch === null;
  return (
    <div className="flex flex-col gap-5">
      <Facts
        facts={[
          {
            term: t('item.about'),
            value:
              line !== null ? (
                <CandidateText line={line} />
              ) : batch !== null ? (
                t('item.batchText', { batch: batch.batchNumber, count: batch.people })
              ) : (
                t('item.nothing')
              ),
          },
          {
            term: t(isNothing ? 'dismiss.note' : 'item.note'),
            value: byTheBank ? t('item.byTheBank') : <Written>{note}</Written>,
          },
          {
            term: t('item.proposedBy'),
            value: (
              <>
                <Written>{proposedBy}</Written>, <DateText value={proposedAt} format="time" />
              </>
            ),
          },
        ]}
      />
      {mayWork && !mayConfirm ? (
        <p className="max-w-prose">{t(byTheBank || !isMine ? 'item.importedByMe' : 'item.proposalMine')}</p>
      ) : null}
      {mayWork ? (
        <form method="post">
          <input type="hidden" name="matchId" value={id} />
          <ButtonRow>
            {!mayConfirm ? null : (
              <SubmitButton name="intent" value="confirm" icon="check">
                {t('item.confirm')}
              </SubmitButton>
            )}
            <SubmitButton name="intent" value="refuse" tone="quiet">
              {t(isMine ? 'item.takeBack' : 'item.refuse')}
            </SubmitButton>
          </ButtonRow>
        </form>
      ) : null}
    </div>
  );
}
