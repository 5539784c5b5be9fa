import { useTranslation } from 'react-i18next';
import type { PayerProposalView } from '#app/modules/payouts/views.ts';
import { DateText } from '../content/date-text.tsx';
import { Facts } from '../content/facts.tsx';
import { Written } from '../content/written.tsx';
import { ButtonRow, SubmitButton } from '../forms/buttons.tsx';

/** The account that waits for a second person, and what the actor may do with it. */
export function PayerProposal({ proposal, mayAnswer }: { proposal: PayerProposalView; mayAnswer: boolean }) {
  const { t } = useTranslation('payouts');
  const { id, holder, iban, bic, proposedBy, proposedAt, isMine } = proposal;
  return (
    <div className="flex flex-col gap-5">
      <Facts
        facts={[
          { term: t('payer.holder'), value: <Written>{holder}</Written> },
          { term: t('payer.iban'), value: iban },
          { term: t('payer.bic'), value: bic === '' ? null : bic },
          {
            term: t('payer.proposedBy'),
            value: (
              <>
                <Written>{proposedBy}</Written>, <DateText value={proposedAt} format="time" />
              </>
            ),
          },
        ]}
      />
      {mayAnswer ? (
        <>
          <p className="max-w-prose">{t(isMine ? 'payer.mine' : 'payer.check')}</p>
          <form method="post">
            <input type="hidden" name="proposalId" value={id} />
            <ButtonRow>
              {isMine ? null : (
                <SubmitButton name="intent" value="confirm" icon="check">
                  {t('payer.confirm')}
                </SubmitButton>
              )}
              <SubmitButton name="intent" value="refuse" tone="quiet">
                {t(isMine ? 'payer.takeBack' : 'payer.refuse')}
              </SubmitButton>
            </ButtonRow>
          </form>
        </>
      ) : null}
    </div>
  );
}
