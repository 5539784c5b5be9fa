import { z } from 'zod';
import type { StripePart } from '#app/modules/stripe/handle-events.server.ts';
import { refreshAccount } from '#app/modules/stripe/commands/refresh-account.server.ts';
import { defineJob, enqueue, handleJob, type JobContext, type JobHandler } from '#app/platform/jobs.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { askStripe, isMissingAtStripe } from '#app/platform/stripe.server.ts';
import { followStripe, paidBy } from './commands/follow-stripe.server.ts';
import { settlePaidByStripe } from './commands/settle-by-stripe.server.ts';
import { payByStripe, settleByStripe } from './stripe-jobs.server.ts';

/** By the clock, without a payload of ours. */
const checkStripeLines = defineJob('check-stripe-lines', z.unknown());
const checkStripeAccounts = defineJob('check-stripe-accounts', z.unknown());

/**
 * Hours after which a message must have come, days in which a bank may give back what was paid, hours between two times that we ask
 * about that, and as many as are asked at once: few enough to be done within the hour, with all that comes in between.
 */
const checks = { hours: 1, returnDays: 14, hoursWhenPaid: 20, most: 2000 };

const before = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000);

/** What is under way first, and of each kind what was asked about longest ago, so that everything has its turn. */
async function dueForAsking(tx: Transaction, now: Date): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with due as (
      select p.id from stripe_payment p
        left join payment_line l on l.id = p.line_id left join change_payment c on c.change_id = p.change_id
        where p.begun_at < ${before(now, checks.hours)} and (
          coalesce(l.state, c.state) = 'open'
          or (coalesce(l.state, c.state) = 'settled'
            and coalesce(l.settled_on, c.settled_on) > ${before(now, checks.returnDays * 24)}
            and coalesce(p.asked_at, p.begun_at) < ${before(now, checks.hoursWhenPaid)}))
        order by coalesce(l.state, c.state), p.asked_at nulls first, p.begun_at limit ${checks.most})
    update stripe_payment set asked_at = ${now} from due where due.id = stripe_payment.id
      returning stripe_payment.id::text as id`;
  return rows.map(({ id }) => id);
}

export const stripePayHandlers: readonly JobHandler[] = [
  handleJob(payByStripe, async ({ paymentId }, { stripe, database, now }) => {
    if (stripe === null || stripe === undefined) throw new Error('Stripe is not set up');
    await followStripe(paymentId, stripe, { database, now });
  }),
  handleJob(settleByStripe, async ({ batchId }, { database, now }) => {
    await settlePaidByStripe(batchId, { database, now });
  }),
  handleJob(checkStripeLines, async (_payload, { stripe, database, now }) => {
    if (stripe === null || stripe === undefined) return;
    await database.$transaction(async (tx) => {
      for (const paymentId of await dueForAsking(tx, now))
        await enqueue(tx, payByStripe, { paymentId }, `pay-by-stripe:${paymentId}`);
    });
  }),
  handleJob(checkStripeAccounts, async (_payload, { stripe, database }) => {
    if (stripe === null || stripe === undefined) return;
    const accounts = await database.stripeAccount.findMany({
      where: { endedAt: null, isReady: false, accountId: { not: null } },
      orderBy: { begunAt: 'desc' },
      take: checks.most,
      select: { accountId: true },
    });
    for (const { accountId } of accounts) if (accountId !== null) await refreshAccount(accountId, stripe, { database });
  }),
];

/** Messages about payouts to volunteers and organisations: each makes us ask how the payment stands. */
export const payoutEvents: StripePart = {
  types: ['payout.paid', 'payout.failed', 'payout.canceled', 'payout.updated'],
  handle: async ({ objectId, accountId }, stripe, { database, now }: JobContext) => {
    // what goes from the programme's own balance to its bank is no payment to anybody
    if (accountId === null) return;
    try {
      const payout = await askStripe(async () =>
        stripe.api.payouts.retrieve(objectId, {}, { stripeAccount: accountId }),
      );
      const paymentId = paidBy(payout);
      if (paymentId !== undefined && z.uuid().safeParse(paymentId).success)
        await followStripe(paymentId, stripe, { database, now });
    } catch (error) {
      if (!isMissingAtStripe(error)) throw error;
    }
  },
};
