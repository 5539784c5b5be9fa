import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { longestBatchText } from '../batch.ts';
import { mayPay } from '../policy.ts';
import { batchRefusals, type BatchRefusal } from '../refusals.ts';
import { lockBatch } from './lock-batch.server.ts';

export type ProposePutBack = {
  batchId: string;
  /** Null: every line that is open. */
  lineId: string | null;
  reason: string;
  /** Becomes the id, so that a double post proposes once. */
  formKey: string;
};

export type ProposePutBackRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | BatchRefusal
  | 'batch-unknown'
  | 'line-unknown'
  | 'reason-missing'
  | 'form-key-invalid';

/**
 * A treasurer says that the bank will not pay what was sent: the file was refused, or one line of it. Another treasurer confirms
 * it, because who is put back can be paid again.
 */
export async function proposePutBack(
  input: ProposePutBack,
  context: Context<SignedIn>,
): Promise<Outcome<void, ProposePutBackRefusal>> {
  const { actor, now } = context;
  const { batchId, lineId, formKey: id } = input;
  const reason = input.reason.trim();
  if (!isId(id)) return refused('form-key-invalid');
  if (!isId(batchId)) return refused('batch-unknown');
  if (lineId !== null && !isId(lineId)) return refused('line-unknown');
  if (reason.length < 3 || reason.length > longestBatchText.reason) return refused('reason-missing');
  return inTransaction<void, ProposePutBackRefusal, BatchRefusal>(
    context,
    async (tx) => {
      const batch = await lockBatch(tx, batchId);
      if (batch === null) return refused('batch-unknown');
      const allowed = mayPay(actor, batch.bodyId);
      if (!allowed.ok) return allowed;
      const known = await tx.paymentPutBack.findUnique({
        where: { id },
        select: { proposedById: true, batchId: true },
      });
      if (known !== null)
        return known.proposedById === actor.person.id && known.batchId === batchId
          ? accepted()
          : refused('form-key-invalid');
      await tx.paymentPutBack.create({
        data: { id, batchId, lineId, reason, proposedById: actor.person.id, proposedAt: now },
      });
      return accepted();
    },
    { refusals: batchRefusals },
  );
}
