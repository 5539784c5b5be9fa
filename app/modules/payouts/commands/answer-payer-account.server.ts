import { isId, newId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailPayerAccount } from '../jobs.server.ts';
import { answersPayerAccount } from '../policy.ts';
import { payerRefusals, type PayerRefusal } from '../refusals.ts';

export type AnswerPayerAccount = { proposalId: string; confirm: boolean };

export type AnswerPayerAccountRefusal = PolicyRefusal | PayerRefusal | 'payer-unknown' | 'payer-answered';

/**
 * Another administrator or a treasurer of the office confirms from which account the programme pays, or says that it is not
 * right; who proposed it can only take it back. Batches that were approved keep the account they had.
 */
export async function answerPayerAccount(
  { proposalId, confirm }: AnswerPayerAccount,
  context: Context<SignedIn>,
): Promise<Outcome<void, AnswerPayerAccountRefusal>> {
  const { actor, now } = context;
  if (!isId(proposalId)) return refused('payer-unknown');
  const allowed = answersPayerAccount(actor);
  if (!allowed.ok) return allowed;
  return inTransaction<void, AnswerPayerAccountRefusal, PayerRefusal>(
    context,
    async (tx) => {
      await tx.$queryRaw`select 1 from payer_account_proposal where id = ${proposalId}::uuid for update`;
      const proposal = await tx.payerAccountProposal.findUnique({ where: { id: proposalId } });
      if (proposal === null) return refused('payer-unknown');
      const state = confirm ? 'confirmed' : 'refused';
      if (proposal.state !== 'proposed') {
        const isAgain = proposal.state === state && proposal.answeredById === actor.person.id;
        return isAgain ? accepted() : refused('payer-answered');
      }
      if (confirm && proposal.proposedById === actor.person.id) return refused('payer-own');
      await tx.payerAccountProposal.update({
        where: { id: proposalId },
        data: { state, answeredById: actor.person.id, answeredAt: now },
      });
      const { holder, iban, bic, proposedById: addedById } = proposal;
      if (confirm)
        await tx.payerAccount.create({
          data: { id: newId(), holder, iban, bic, addedById, addedAt: now, proposalId },
        });
      await enqueue(tx, mailPayerAccount, { proposalId, state }, `mail-payer-account:${proposalId}:${state}`);
      return accepted();
    },
    { refusals: payerRefusals },
  );
}
