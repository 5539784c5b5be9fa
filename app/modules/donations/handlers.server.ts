import { z } from 'zod';
import { defineJob, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { bringUpToDate } from './commands/bring-up-to-date.server.ts';
import { listGivers } from './commands/list-givers.server.ts';
import { sendRefund } from './commands/send-refund.server.ts';
import { sendGiftRefund } from './jobs.server.ts';

/** By the clock, without a payload of ours. */
const checkOpenGifts = defineJob('check-open-gifts', z.unknown());
const listGiftGivers = defineJob('list-gift-givers', z.unknown());

/** Minutes after which somebody would have paid, and days after which a bank has answered. */
const openGifts = { minutes: 60, days: 30, most: 200 };

export const giftHandlers: readonly JobHandler[] = [
  handleJob(sendGiftRefund, async ({ refundId }, { stripe, database, now }) => {
    if (stripe === null || stripe === undefined) throw new Error('Stripe is not set up');
    await sendRefund(refundId, stripe, { database, now });
  }),
  handleJob(checkOpenGifts, async (_payload, { stripe, database, now }) => {
    if (stripe === null || stripe === undefined) return;
    const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
    const open = await database.gift.findMany({
      where: {
        state: { in: ['begun', 'processing'] },
        begunAt: { lt: ago(openGifts.minutes), gt: ago(openGifts.days * 24 * 60) },
      },
      orderBy: { begunAt: 'asc' },
      take: openGifts.most,
      select: { id: true },
    });
    for (const { id } of open) await bringUpToDate(id, stripe, { database, now });
  }),
  handleJob(listGiftGivers, async (_payload, { database, now }) => {
    await listGivers(database, now);
  }),
];
