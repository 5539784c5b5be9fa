import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { longestBatchText } from '../batch.ts';
import { mayPay } from '../policy.ts';
import { batchRefusals, type BatchRefusal } from '../refusals.ts';
import { lockBatch } from './lock-batch.server.ts';

export type LeaveOutLine = { batchId: string; lineId: string; reason: string };

export type LeaveOutLineRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | BatchRefusal
  | 'batch-unknown'
  | 'line-unknown'
  | 'reason-missing'
  | 'not-a-draft';

/** A treasurer takes somebody out of a draft: what they did waits for another batch. Twice changes nothing. */
export async function leaveOutLine(
  input: LeaveOutLine,
  context: Context<SignedIn>,
): Promise<Outcome<void, LeaveOutLineRefusal>> {
  const { actor, now } = context;
  const { batchId, lineId } = input;
  const reason = input.reason.trim();
  if (!isId(batchId)) return refused('batch-unknown');
  if (!isId(lineId)) return refused('line-unknown');
  if (reason === '' || reason.length > longestBatchText.reason) return refused('reason-missing');
  return inTransaction<void, LeaveOutLineRefusal, BatchRefusal>(
    context,
    async (tx) => {
      const batch = await lockBatch(tx, batchId);
      if (batch === null) return refused('batch-unknown');
      const allowed = mayPay(actor, batch.bodyId);
      if (!allowed.ok) return allowed;
      const line = await tx.paymentLine.findUnique({ where: { id: lineId, batchId }, select: { state: true } });
      if (line === null) return refused('line-unknown');
      if (line.state === 'left_out') return accepted();
      if (batch.state !== 'draft') return refused('not-a-draft');
      await tx.paymentLine.update({
        where: { id: lineId },
        data: { state: 'left_out', endedAt: now, endReason: reason, leftOutById: actor.person.id },
      });
      return accepted();
    },
    { refusals: batchRefusals },
  );
}
