import { z } from 'zod';
import type { StripePart } from '#app/modules/stripe/handle-events.server.ts';
import { refreshAccount } from '#app/modules/stripe/commands/refresh-account.server.ts';
import { defineJob, enqueue, handleJob, type JobContext, type JobHandler } from '#app/platform/jobs.server.ts';
import { askStripe, isMissingAtStripe } from '#app/platform/stripe.server.ts';
import { followStripe } from './commands/follow-stripe.server.ts';
import { payByStripe } from './stripe-jobs.server.ts';

/** By the clock, without a payload of ours. */
const checkStripeLines = defineJob('check-stripe-lines', z.unknown());
const checkStripeAccounts = defineJob('check-stripe-accounts', z.unknown());

/** Hours after which a message must have come, days in which a bank may give back what was paid, and as many as are asked at once. */
const checks = { hours: 1, returnDays: 14, most: 500 };

const before = (now: Date, hours: number) => new Date(now.getTime() - hours * 3_600_000);

export const stripePayHandlers: readonly JobHandler[] = [
  handleJob(payByStripe, async ({ lineId }, { stripe, database, now }) => {
    if (stripe === null || stripe === undefined) throw new Error('Stripe is not set up');
    await followStripe(lineId, stripe, { database, now });
  }),
  handleJob(checkStripeLines, async (_payload, { stripe, database, now }) => {
    if (stripe === null || stripe === undefined) return;
    const lines = await database.stripePayment.findMany({
      where: {
        begunAt: { lt: before(now, checks.hours) },
        OR: [
          { line: { state: 'open' } },
          { line: { state: 'settled', settledOn: { gt: before(now, checks.returnDays * 24) } } },
        ],
      },
      orderBy: { begunAt: 'asc' },
      take: checks.most,
      select: { lineId: true },
    });
    await database.$transaction(async (tx) => {
      for (const { lineId } of lines) await enqueue(tx, payByStripe, { lineId }, `pay-by-stripe:${lineId}`);
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

/** Messages about payouts to volunteers: each makes us ask how the line stands. */
export const payoutEvents: StripePart = {
  types: ['payout.paid', 'payout.failed', 'payout.canceled', 'payout.updated'],
  handle: async ({ objectId, accountId }, stripe, { database, now }: JobContext) => {
    // what goes from the programme's own balance to its bank is no payment to anybody
    if (accountId === null) return;
    try {
      const payout = await askStripe(async () =>
        stripe.api.payouts.retrieve(objectId, {}, { stripeAccount: accountId }),
      );
      const lineId = payout.metadata?.line;
      if (lineId !== undefined && z.uuid().safeParse(lineId).success)
        await followStripe(lineId, stripe, { database, now });
    } catch (error) {
      if (!isMissingAtStripe(error)) throw error;
    }
  },
};
