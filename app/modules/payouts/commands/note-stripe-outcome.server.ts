import { toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailPaymentFailed, settleByStripe } from '../stripe-jobs.server.ts';
import type { StripePayment } from '../stripe-payment.store.server.ts';
import { putBackLines, returnLines } from './return-lines.server.ts';

type Settled = { settledOn: CalendarDate; settledBy: string };
type Ended = { reason: string; endedBy: string; at: Instant };

/**
 * Notes that Stripe paid something. What is not open stays as it is, so that hearing it twice changes nothing. Lines of a batch
 * are settled by a job, together with others that were heard of by then.
 */
export async function noteSettled(database: Database, { id, of, isOpen }: StripePayment, said: Settled): Promise<void> {
  const { settledOn, settledBy } = said;
  if (!isOpen) return;
  await database.$transaction(async (tx) => {
    await tx.stripePayment.updateMany({ where: { id, paidOn: null }, data: { paidOn: toDateColumn(settledOn) } });
    if (of.kind === 'line')
      await enqueue(tx, settleByStripe, { batchId: of.batchId }, `settle-by-stripe:${of.batchId}`);
    else
      await tx.changePayment.updateMany({
        where: { changeId: id, state: 'open' },
        data: { state: 'settled', settledOn: toDateColumn(settledOn), settledBy },
      });
  });
}

/** Notes that something was never paid, or was paid and came back: whichever it is by now. */
export async function noteEnd(database: Database, payment: StripePayment, said: Ended): Promise<void> {
  const { id, of } = payment;
  await database.$transaction(async (tx) => {
    if (of.kind === 'line') {
      const { reason, endedBy, at } = said;
      const order = { batchId: of.batchId, lines: [{ lineId: id, reason, endedBy }], occasion: `stripe:${id}`, at };
      await putBackLines(tx, order);
      await returnLines(tx, order);
    } else await endChange(tx, id, said);
  });
}

/** The ledger still says that it was paid: two persons undo that, and those who agreed on the payment are told so. */
async function endChange(tx: Transaction, changeId: string, { reason, endedBy, at }: Ended): Promise<void> {
  const ended = { endedAt: at, endReason: reason, endedBy };
  const putBack = await tx.changePayment.updateMany({
    where: { changeId, state: 'open' },
    data: { state: 'put_back', ...ended },
  });
  const returned = await tx.changePayment.updateMany({
    where: { changeId, state: 'settled' },
    data: { state: 'returned', ...ended },
  });
  if (putBack.count + returned.count === 0) return;
  const { proposerId, approverId } = await tx.budgetChange.findUniqueOrThrow({ where: { id: changeId } });
  for (const personId of [proposerId, approverId])
    if (personId !== null)
      await enqueue(tx, mailPaymentFailed, { changeId, personId }, `mail-payment-failed:${changeId}:${personId}`);
}
