import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context, type Transaction } from '#app/platform/database.server.ts';
import { longestBatchText } from '../batch.ts';
import { mayPay } from '../policy.ts';
import { oddLines } from '../queries/odd-lines.server.ts';
import { payerAccount } from '../queries/payer-account.query.server.ts';
import { batchRefusals, type BatchRefusal } from '../refusals.ts';
import { lockBatch } from './lock-batch.server.ts';
import { postBatch } from './post-batch.server.ts';

export type ApproveBatch = {
  batchId: string;
  /** Of what the treasurer saw. */
  revision: number;
  /** Why it is right all the same, where something is odd. */
  oddReason: string;
};

export type ApproveBatchRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | BatchRefusal
  | 'batch-unknown'
  | 'changed-meanwhile'
  | 'not-a-draft'
  | 'odd-reason-missing'
  | 'no-payer-account';

/** Milliseconds for a batch of ten thousand people. */
const patience = 120_000;

/**
 * A second treasurer approves a batch (rule 1): from then on the programme owes it, and the ledger says so. It keeps the account
 * from which the programme pays at this moment. The same person again changes nothing.
 */
export async function approveBatch(
  input: ApproveBatch,
  context: Context<SignedIn>,
): Promise<Outcome<void, ApproveBatchRefusal>> {
  const { actor, now } = context;
  const { batchId, revision } = input;
  const oddReason = input.oddReason.trim();
  if (!isId(batchId)) return refused('batch-unknown');
  if (oddReason.length > longestBatchText.note) return refused('odd-reason-missing');
  return inTransaction<void, ApproveBatchRefusal, BatchRefusal>(
    context,
    async (tx) => {
      const batch = await lockBatch(tx, batchId);
      if (batch === null) return refused('batch-unknown');
      const allowed = mayPay(actor, batch.bodyId);
      if (!allowed.ok) return allowed;
      if (batch.composedById === actor.person.id) return refused('same-person');
      if (batch.state !== 'draft') return batch.approvedById === actor.person.id ? accepted() : refused('not-a-draft');
      if (batch.revision !== revision) return refused('changed-meanwhile');
      if (oddReason === '' && (await oddLines(tx, batchId, actor.person.id)).length > 0)
        return refused('odd-reason-missing');
      const payer = batch.rail === 'sepa' ? await payerAccount(tx) : null;
      if (batch.rail === 'sepa' && payer === null) return refused('no-payer-account');
      await tx.paymentBatch.update({
        where: { id: batchId },
        data: {
          state: 'approved',
          approvedById: actor.person.id,
          approvedAt: now,
          oddReason,
          payerAccountId: payer?.id ?? null,
        },
      });
      const approved = { ...batch, approvedById: actor.person.id };
      await postBatch(tx, approved, {
        kind: 'payable',
        lineIds: await openLineIds(tx, batchId),
        occasion: 'approved',
        at: now,
      });
      return accepted();
    },
    { refusals: batchRefusals, patience },
  );
}

/** Lines that wait for their money. */
export async function openLineIds(tx: Transaction, batchId: string): Promise<string[]> {
  const lines = await tx.paymentLine.findMany({ where: { batchId, state: 'open' }, select: { id: true } });
  return lines.map(({ id }) => id);
}
