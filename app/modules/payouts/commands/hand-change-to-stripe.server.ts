import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { payByStripe } from '../stripe-jobs.server.ts';

/**
 * Hands a payment to an organisation to Stripe, within the transaction of who approved it: to which account it goes is fixed here,
 * and a job does it. The database refuses an approval by Stripe without this (`change_goes_by_stripe`).
 */
export async function handChangeToStripe(tx: Transaction, changeId: string, at: Instant): Promise<void> {
  await tx.changePayment.create({ data: { changeId } });
  await tx.$executeRaw`
    insert into stripe_payment (id, change_id, stripe_account_id, begun_at)
      select id, id, stripe_account_of_ground(decision_id, spending_id), ${at} from budget_change where id = ${changeId}::uuid`;
  await enqueue(tx, payByStripe, { paymentId: changeId }, `pay-by-stripe:${changeId}`);
}
