import { beforeEach, expect } from 'vitest';
import { approveBatch } from '#app/modules/payouts/commands/approve-batch.server.ts';
import { sendBatch } from '#app/modules/payouts/commands/send-batch.server.ts';
import { payoutEvents, stripePayHandlers } from '#app/modules/payouts/stripe-handlers.server.ts';
import { joinStripe } from '#app/modules/stripe/commands/join-stripe.server.ts';
import { stripeHandlers } from '#app/modules/stripe/handle-events.server.ts';
import { accountEvents } from '#app/modules/stripe/stripe-part.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { acting } from '#tests/integration/allowances/scene.ts';
import { useStripe } from '#tests/integration/donations/scene.ts';
import { endPayout, onboard } from '#tests/stripe/connect.ts';
import { compose, makePayouts, treasurer, type PayoutScene } from './scene.ts';

/** Address of our page, where Stripe sends people back to. */
export const here = 'https://x.example/mijn-vergoedingen/stripe';

export const isTransfer = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/v1/transfers';
export const isPayout = ({ method, path }: { method: string; path: string }) =>
  method === 'POST' && path === '/v1/payouts';

/** A database with Stripe beside it; before each test everything it sends is on, and a team has 1,000 euros there. */
export function useStripeRail() {
  const own = useStripe([...stripePayHandlers, ...stripeHandlers([accountEvents, payoutEvents])]);
  const { fake } = own;
  let made: PayoutScene | undefined;
  const scene = (): PayoutScene => {
    if (made === undefined) throw new Error('the scene exists in tests only');
    return made;
  };

  beforeEach(async () => {
    await own.work(testNow);
    Object.assign(fake.webhooks, { mode: 'send', copies: 1 });
    fake.webhooks.held.length = 0;
    made = await makePayouts(own.database);
    fake.store.move(null, 1_000_00 - fake.store.balance(null));
  });

  /** Somebody told Stripe what it asks. @returns the account as Stripe names it */
  async function joined(personId: string, how: 'complete' | 'partly' | 'refused' = 'complete'): Promise<string> {
    const context = acting(own.database, scene(), personId, null);
    const url = await joinStripe({ owner: { personId }, here }, context, own.stripe);
    if (!url.ok) throw new Error(url.reason);
    const accountId = /onboard\/(\w+)/.exec(url.value)?.[1] ?? '';
    onboard(fake.store, accountId, how);
    await fake.webhooks.settled();
    expect(await own.work(testNow)).toEqual([]);
    return accountId;
  }

  const work = async (hours = 0) => {
    await fake.webhooks.settled();
    return own.work(new Date(testNow.getTime() + hours * 3_600_000));
  };

  /** A batch by Stripe of everybody who can be paid there, sent. */
  async function sent() {
    const composed = await compose(treasurer(own.database, scene()), scene(), { rail: 'stripe' });
    if (!composed.ok) throw new Error(composed.reason);
    const batch = await own.database.paymentBatch.findUniqueOrThrow({ where: { number: composed.value } });
    const approval = { batchId: batch.id, revision: batch.revision, oddReason: 'Nagekeken' };
    expect(await approveBatch(approval, treasurer(own.database, scene(), 'other'))).toMatchObject({ ok: true });
    const context = treasurer(own.database, scene());
    expect(await sendBatch({ batchId: batch.id, executeOn: null }, context)).toMatchObject({ ok: true });
    expect(await sendBatch({ batchId: batch.id, executeOn: null }, context)).toMatchObject({ ok: true });
    return batch.id;
  }

  const stateOf = async (id: string) => (await own.database.paymentBatch.findUniqueOrThrow({ where: { id } })).state;
  const linesOf = async (batchId: string) =>
    own.database.paymentLine.findMany({
      where: { batchId },
      orderBy: { position: 'asc' },
      include: { stripePayment: true },
    });
  const transfersTo = (account: string) =>
    fake.store.all('transfer').filter(({ destination }) => destination === account);
  const payoutsOf = (account: string) => fake.store.all('payout').filter((payout) => payout.account === account);
  const bankTakes = (account: string, how: 'paid' | 'failed' = 'paid') => {
    for (const { id } of payoutsOf(account)) endPayout(fake.store, id, how);
  };

  return { own, scene, joined, work, sent, stateOf, linesOf, transfersTo, payoutsOf, bankTakes };
}
