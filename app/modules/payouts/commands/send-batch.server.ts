import { addDays, dayInAmsterdam, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { PolicyRefusal } from '#app/modules/people/policy.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import { mayPay } from '../policy.ts';
import { batchRefusals, type BatchRefusal } from '../refusals.ts';
import { beginStripe } from './begin-stripe.server.ts';
import { lockBatch } from './lock-batch.server.ts';

export type SendBatch = {
  batchId: string;
  /** Day on which the bank is asked to pay, today or later; Stripe is asked for none. */
  executeOn: CalendarDate | null;
};

export type SendBatchRefusal =
  | Exclude<PolicyRefusal, 'not-found'>
  | BatchRefusal
  | 'batch-unknown'
  | 'not-approved'
  | 'day-missing'
  | 'day-past'
  | 'day-far';

/** Milliseconds for a batch of ten thousand people. */
const patience = 120_000;

/**
 * A treasurer takes the file of an approved batch to the bank. From here on it counts as sent, before anybody has the file: who
 * downloads it could upload it and then say that nothing was sent. Where the programme pays from another account since it was
 * approved, it is not sent: it is laid aside and put together anew. By Stripe a job pays each line. Sending again changes nothing.
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
      const ofBank = batch.rail === 'sepa' ? dayAtBank(executeOn, now) : accepted({});
      if (!ofBank.ok) return ofBank;
      await tx.paymentBatch.update({
        where: { id: batchId },
        data: { state: 'sent', sentById: actor.person.id, sentAt: now, ...ofBank.value },
      });
      if (batch.rail === 'stripe') await beginStripe(tx, batchId, now);
      return accepted();
    },
    { refusals: batchRefusals, patience },
  );
}

/** Days ahead for which a bank can be asked: later it is a slip, and the batch would stay open for as long. */
const mostDaysAhead = 60;

/** On which day the bank pays. */
function dayAtBank(
  executeOn: CalendarDate | null,
  now: Instant,
): Outcome<{ executeOn: Date }, 'day-missing' | 'day-past' | 'day-far'> {
  if (executeOn === null) return refused('day-missing');
  const today = dayInAmsterdam(now);
  if (executeOn < today) return refused('day-past');
  if (executeOn > addDays(today, mostDaysAhead)) return refused('day-far');
  return accepted({ executeOn: toDateColumn(executeOn) });
}
