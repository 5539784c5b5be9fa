import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { payByStripe } from '../stripe-jobs.server.ts';
import { putBackLines } from './return-lines.server.ts';

/**
 * Hands the open lines of a batch that is sent to Stripe, within the caller's transaction: to whom each goes is fixed here, and a
 * job does each line. Who has no account at Stripe any more is put back.
 */
export async function beginStripe(tx: Transaction, batchId: string, at: Instant): Promise<void> {
  await tx.$executeRaw`
    insert into stripe_payment (id, line_id, stripe_account_id, begun_at)
      select l.id, l.id, a.id, ${at} from payment_line l
        join stripe_account a on a.person_id = l.person_id and a.ended_at is null and a.is_ready
        where l.batch_id = ${batchId}::uuid and l.state = 'open'`;
  await tx.$executeRaw`
    select graphile_worker.add_job(${payByStripe.name}, payload := json_build_object('paymentId', l.id), job_key := 'pay-by-stripe:' || l.id, max_attempts := 12,
        priority := ${payByStripe.priority}::int)
      from payment_line l join stripe_payment p on p.line_id = l.id where l.batch_id = ${batchId}::uuid and l.state = 'open'`;
  const left = await tx.paymentLine.findMany({
    where: { batchId, state: 'open', stripePayment: null },
    select: { id: true },
  });
  const lines = left.map(({ id }) => ({ lineId: id, reason: 'no-account', endedBy: 'stripe:no-account' }));
  if (lines.length > 0) await putBackLines(tx, { batchId, lines, occasion: 'stripe:no-account', at });
}
