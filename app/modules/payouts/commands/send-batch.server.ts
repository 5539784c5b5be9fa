import { dayInAmsterdam, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mayPay } from '../policy.ts';
import { batchRefusals, type BatchRefusal } from '../refusals.ts';
import { lockBatch } from './lock-batch.server.ts';

export type SendBatch = {
  batchId: string;
  /** Day on which the bank is asked to pay; today or later. */
  executeOn: CalendarDate;
};

export type SendBatchRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | BatchRefusal
  | 'batch-unknown'
  | 'not-approved'
  | 'day-past'
  | 'no-payer-account';

/**
 * A treasurer takes the file of an approved batch to the bank. From here on it counts as sent, before anybody has the file: who
 * downloads it could upload it and then say that nothing was sent. Sending again changes nothing.
 */
export async function sendBatch(
  input: SendBatch,
  context: Context<SignedIn>,
): Promise<Outcome<void, SendBatchRefusal>> {
  const { actor, now } = context;
  const { batchId, executeOn } = input;
  if (!isId(batchId)) return refused('batch-unknown');
  return inTransaction<void, SendBatchRefusal, BatchRefusal>(
    context,
    async (tx) => {
      const batch = await lockBatch(tx, batchId);
      if (batch === null) return refused('batch-unknown');
      const allowed = mayPay(actor, batch.bodyId);
      if (!allowed.ok) return allowed;
      if (batch.state === 'sent' || batch.state === 'settled') return accepted();
      if (batch.state !== 'approved') return refused('not-approved');
      if (executeOn < dayInAmsterdam(now)) return refused('day-past');
      const payer = await tx.payerAccount.findFirst({ orderBy: { sequence: 'desc' }, select: { id: true } });
      if (batch.rail === 'sepa' && payer === null) return refused('no-payer-account');
      await tx.paymentBatch.update({
        where: { id: batchId },
        data: {
          state: 'sent',
          sentById: actor.person.id,
          sentAt: now,
          ...(batch.rail === 'sepa' ? { executeOn: toDateColumn(executeOn), payerAccountId: payer?.id ?? null } : {}),
        },
      });
      return accepted();
    },
    { refusals: batchRefusals },
  );
}
