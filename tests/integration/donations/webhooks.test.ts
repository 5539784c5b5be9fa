import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { catchUp } from '#app/modules/stripe/commands/catch-up.server.ts';
import { replayEvents } from '#app/modules/stripe/commands/receive-event.server.ts';
import { closeDispute, createRefund, openDispute, pay, settlePayment } from '#tests/stripe/checkout.ts';
import { aGift, begun, makeOffice, openedPurpose, useStripe } from './scene.ts';

const scene = useStripe();
const { fake } = scene;

beforeAll(async () => {
  await openedPurpose(scene.database, await makeOffice(scene.database), null);
});

afterEach(() => {
  Object.assign(fake.webhooks, { mode: 'send', copies: 1 });
  fake.webhooks.held.length = 0;
});

const giftOf = async (id: string) => scene.database.gift.findUniqueOrThrow({ where: { id } });

/** The payment of somebody who was at the page of Stripe. */
const intentOf = (sessionId: string): string => {
  const { payment_intent: intent } = fake.store.get('checkout.session', sessionId);
  return typeof intent === 'string' ? intent : '';
};

/** A gift that was paid, given back for a part, and disputed, of which the messages were held. */
async function eventful() {
  fake.webhooks.mode = 'hold';
  const { giftId, sessionId } = await begun(scene);
  pay(fake.store, sessionId, 'now');
  const intent = intentOf(sessionId);
  createRefund(fake.store, { payment_intent: intent, amount: '500' });
  closeDispute(fake.store, openDispute(fake.store, intent).id, 'won');
  return { giftId };
}

const atTheEnd = {
  state: 'paid',
  amountCents: 25_00,
  feeCents: 29,
  refundedCents: 5_00,
  dispute: 'won',
  disputedCents: 0,
};

describe('messages of Stripe', () => {
  test('bring a gift to what it is at Stripe', async () => {
    const { giftId, sessionId } = await begun(scene);
    expect(await giftOf(giftId)).toMatchObject({ state: 'begun', sessionId });
    pay(fake.store, sessionId, 'later');
    await fake.webhooks.settled();
    expect(await scene.work()).toEqual([]);
    expect(await giftOf(giftId)).toMatchObject({ state: 'processing', paidAt: null });
    settlePayment(fake.store, sessionId, 'paid');
    await fake.webhooks.settled();
    expect(await scene.work()).toEqual([]);
    expect(await giftOf(giftId)).toMatchObject({ state: 'paid', feeCents: 29 });
  });

  test('of a payment that bounced leave nothing, and no name', async () => {
    const named = { display: 'name', name: 'Bakkerij Zon' } as const;
    const { giftId, sessionId } = await begun(scene, aGift(named));
    pay(fake.store, sessionId, 'later');
    settlePayment(fake.store, sessionId, 'failed');
    await fake.webhooks.settled();
    expect(await scene.work()).toEqual([]);
    expect(await giftOf(giftId)).toMatchObject({ state: 'abandoned', name: '', paidAt: null });
  });

  test('may come in the reverse order, and each three times', async () => {
    const { giftId } = await eventful();
    fake.webhooks.copies = 3;
    const answers = await fake.webhooks.release((held) => [...held].reverse());
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await scene.work()).toEqual([]);
    expect(await giftOf(giftId)).toMatchObject(atTheEnd);
  });

  test('may come all at once, handled by two workers at once', async () => {
    const { giftId } = await eventful();
    const held = fake.webhooks.held.splice(0);
    const answers = await Promise.all([...held, ...held].map(async (event) => fake.webhooks.send(event)));
    expect(new Set(answers)).toEqual(new Set([200]));
    expect(await scene.database.stripeEvent.count({ where: { id: { in: held.map(({ id }) => id) } } })).toBe(
      held.length,
    );
    expect((await Promise.all([scene.work(), scene.work()])).flat()).toEqual([]);
    expect(await giftOf(giftId)).toMatchObject(atTheEnd);
  });

  test('that were lost are asked for, and can be handled again', async () => {
    fake.webhooks.mode = 'drop';
    const { giftId, sessionId } = await begun(scene);
    pay(fake.store, sessionId, 'now');
    expect(await scene.work()).toEqual([]);
    expect(await giftOf(giftId)).toMatchObject({ state: 'begun' });
    const since = new Date(Date.now() - 60_000);
    const inTime = { database: scene.database, now: new Date(), since };
    expect(await catchUp(scene.stripe, inTime)).toBeGreaterThanOrEqual(3);
    expect(await catchUp(scene.stripe, inTime)).toBe(0);
    expect(await scene.work()).toEqual([]);
    const paid = await giftOf(giftId);
    expect(paid).toMatchObject({ state: 'paid', feeCents: 29 });
    expect(await replayEvents(scene.database, { since })).toBeGreaterThanOrEqual(3);
    expect(await scene.work()).toEqual([]);
    expect(await giftOf(giftId)).toMatchObject({ ...paid, revision: expect.any(Number) as number });
  });

  test('are handled again when Stripe did not answer', async () => {
    fake.webhooks.mode = 'hold';
    const { giftId, sessionId } = await begun(scene);
    pay(fake.store, sessionId, 'now');
    await fake.webhooks.release();
    fake.failNext('error', 3, ({ method }) => method === 'GET');
    expect((await scene.work()).length).toBeGreaterThanOrEqual(1);
    expect(await scene.work()).toEqual([]);
    expect(await giftOf(giftId)).toMatchObject({ state: 'paid' });
    expect(await scene.database.stripeEvent.count({ where: { handledAt: null } })).toBe(0);
  });

  test('about what is not ours change nothing', async () => {
    const before = await scene.database.gift.count();
    const other = { id: 'pi_other', object: 'payment_intent', amount: 1, metadata: {} };
    for (const type of ['payment_intent.succeeded', 'customer.created', 'balance.available']) {
      const event = {
        id: `evt_${newId().replaceAll('-', '')}`,
        object: 'event',
        type,
        livemode: false,
        created: 1,
        data: { object: other },
      };
      expect(await fake.webhooks.send(event)).toBe(200);
    }
    expect(await scene.work()).toEqual([]);
    expect(await scene.database.gift.count()).toBe(before);
  });
});

describe('what is refused', () => {
  const event = (changes: object = {}) => ({
    id: `evt_${newId().replaceAll('-', '')}`,
    object: 'event',
    type: 'charge.refunded',
    livemode: false,
    created: 1,
    data: { object: { id: 'ch_1' } },
    ...changes,
  });
  const stored = async (id: string) => scene.database.stripeEvent.count({ where: { id } });

  test.each([
    ['signed with another secret', { secret: 'whsec_other' }],
    ['signed ten minutes ago', { timestamp: Math.floor(Date.now() / 1000) - 600 }],
    ['changed after it was signed', { body: JSON.stringify(event()) }],
    ['no JSON', { body: 'geen json' }],
  ])('%s', async (_name, changes) => {
    const forged = event();
    expect(await fake.webhooks.send(forged, changes)).toBe(400);
    expect(await stored(forged.id)).toBe(0);
  });

  test('without a signature, and too large', async () => {
    const post = async (body: string) => (await fetch(fake.webhooks.target ?? '', { method: 'POST', body })).status;
    expect(await post(JSON.stringify(event()))).toBe(400);
    expect(await post('x'.repeat(513 * 1024))).toBe(413);
  });

  test('of real money where tests are made: answered, and left', async () => {
    const live = event({ livemode: true });
    expect(await fake.webhooks.send(live)).toBe(200);
    expect(await stored(live.id)).toBe(0);
  });

  test('what was received stays as it was', async () => {
    const one = event();
    expect(await fake.webhooks.send(one)).toBe(200);
    await expect(
      scene.database.stripeEvent.update({ where: { id: one.id }, data: { objectId: 'ch_2' } }),
    ).rejects.toThrow(/stripe_event_fixed/);
  });
});
