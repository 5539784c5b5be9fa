import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { longestBatchText } from '../batch.ts';
import { mayPay } from '../policy.ts';
import { batchRefusals, type BatchRefusal } from '../refusals.ts';
import { openLineIds } from './approve-batch.server.ts';
import { lockBatch } from './lock-batch.server.ts';
import { postBatch } from './post-batch.server.ts';

export type DiscardBatch = { batchId: string; reason: string };

export type DiscardBatchRefusal =
  Exclude<PolicyRefusal, 'not-found'> | BatchRefusal | 'batch-unknown' | 'reason-missing' | 'already-sent';

/** A treasurer lays aside what was not sent: nothing can have been paid, and everybody in it waits for another batch. */
export async function discardBatch(
  input: DiscardBatch,
  context: Context<SignedIn>,
): Promise<Outcome<void, DiscardBatchRefusal>> {
  const { actor, now } = context;
  const { batchId } = input;
  const reason = input.reason.trim();
  if (!isId(batchId)) return refused('batch-unknown');
  if (reason === '' || reason.length > longestBatchText.reason) return refused('reason-missing');
  return inTransaction<void, DiscardBatchRefusal, BatchRefusal>(
    context,
    async (tx) => {
      const batch = await lockBatch(tx, batchId);
      if (batch === null) return refused('batch-unknown');
      const allowed = mayPay(actor, batch.bodyId);
      if (!allowed.ok) return allowed;
      if (batch.state === 'discarded') return accepted();
      if (batch.state !== 'draft' && batch.state !== 'approved') return refused('already-sent');
      const lineIds = await openLineIds(tx, batchId);
      const ended = { endedAt: now, endReason: reason };
      if (batch.state === 'approved')
        await postBatch(tx, batch, { kind: 'rejection', lineIds, occasion: 'discarded', at: now });
      await tx.paymentLine.updateMany({
        where: { batchId, state: 'open' },
        data:
          batch.state === 'approved'
            ? { state: 'put_back', ...ended }
            : { state: 'left_out', leftOutById: actor.person.id, ...ended },
      });
      await tx.paymentBatch.update({
        where: { id: batchId },
        data: { state: 'discarded', discardedById: actor.person.id, discardedAt: now, discardReason: reason },
      });
      return accepted();
    },
    { refusals: batchRefusals },
  );
}
