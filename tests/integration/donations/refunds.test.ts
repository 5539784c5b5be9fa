import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerRefund } from '#app/modules/donations/commands/answer-refund.server.ts';
import { bringUpToDate } from '#app/modules/donations/commands/bring-up-to-date.server.ts';
import { proposeRefund } from '#app/modules/donations/commands/propose-refund.server.ts';
import { closeDispute, createRefund, failRefund, openDispute, pay } from '#tests/stripe/checkout.ts';
import { aGift, begun, by, makeOffice, openedPurpose, useStripe, type Office } from './scene.ts';

const scene = useStripe();
const { fake } = scene;
let office: Office;

beforeAll(async () => {
  office = await makeOffice(scene.database);
  await openedPurpose(scene.database, office, null);
  await openedPurpose(scene.database, office, office.allianceId);
});

type Who = keyof Office['people'];
const as = async (who: Who) => by(scene.database, office, who, new Date());
const seen = async (giftId: string) =>
  bringUpToDate(giftId, scene.stripe, { database: scene.database, now: new Date() });
const giftOf = async (id: string) => scene.database.gift.findUniqueOrThrow({ where: { id } });
const refundOf = async (id: string) => scene.database.giftRefund.findUniqueOrThrow({ where: { id } });
const isRefund = ({ method, path }: { method: string; path: string }) => method === 'POST' && path === '/v1/refunds';
const refundsAtStripe = async (giftId: string) => {
  const { intentId } = await giftOf(giftId);
  return fake.store.all('refund').filter(({ payment_intent: intent }) => intent === intentId);
};

async function paid(slug = 'donutfonds'): Promise<string> {
  const { giftId, sessionId } = await begun(scene, aGift({ slug }));
  pay(fake.store, sessionId, 'now');
  await seen(giftId);
  return giftId;
}

const propose = async (giftId: string, amount: number, who: Who = 'manager', formKey = newId()) =>
  proposeRefund({ formKey, giftId, amount: cents(amount), reason: 'Gevraagd.' }, await as(who));

const answer = async (refundId: string, what: 'approve' | 'refuse' | 'withdraw', who: Who = 'treasurer') =>
  answerRefund({ refundId, answer: what, reason: 'Daarom.' }, await as(who));

async function proposed(giftId: string, amount: number): Promise<string> {
  const outcome = await propose(giftId, amount);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

describe('giving back', () => {
  test('is proposed by one, approved by another and done by Stripe', async () => {
    const giftId = await paid();
    const refundId = await proposed(giftId, 10_00);
    expect(await refundsAtStripe(giftId)).toEqual([]);
    for (const [who, reason] of [
      ['manager', 'role-needed'],
      ['outsider', 'role-needed'],
      ['allianceTreasurer', 'role-needed'],
    ] as const)
      expect(await answer(refundId, 'approve', who)).toEqual({ ok: false, reason });
    expect(await answer(refundId, 'approve')).toEqual({ ok: true, value: 'approved' });
    expect(await answer(refundId, 'approve')).toEqual({ ok: true, value: 'approved' });
    expect(await answer(refundId, 'refuse', 'holder')).toEqual({ ok: false, reason: 'already-approved' });
    expect(await scene.work()).toEqual([]);
    expect(await refundOf(refundId)).toMatchObject({ state: 'done', answererId: office.people.treasurer });
    expect(await giftOf(giftId)).toMatchObject({ refundedCents: 10_00 });
    expect(await refundsAtStripe(giftId)).toHaveLength(1);
  });

  test('is never approved by who proposed it, not past the command either', async () => {
    const giftId = await paid();
    const outcome = await propose(giftId, 5_00, 'treasurer');
    const refundId = outcome.ok ? outcome.value : '';
    expect(await answer(refundId, 'approve', 'treasurer')).toEqual({ ok: false, reason: 'same-person' });
    const self = { state: 'approved', answererId: office.people.treasurer, answeredAt: new Date() };
    await expect(scene.database.giftRefund.update({ where: { id: refundId }, data: self })).rejects.toThrow(
      /gift_refund_two_persons/,
    );
    expect(await answer(refundId, 'withdraw', 'holder')).toEqual({ ok: false, reason: 'not-yours' });
    expect(await answer(refundId, 'withdraw', 'treasurer')).toEqual({ ok: true, value: 'withdrawn' });
    expect(await answer(refundId, 'approve', 'holder')).toEqual({ ok: false, reason: 'already-withdrawn' });
  });

  test('of a wijkalliantie is done by its own people or the office', async () => {
    const giftId = await paid('wijkalliantie-proef');
    expect(await propose(giftId, 1_00, 'allianceTreasurer')).toMatchObject({ ok: true });
    expect(await propose(giftId, 1_00, 'outsider')).toEqual({ ok: false, reason: 'role-needed' });
    expect(await propose(await paid(), 1_00, 'allianceTreasurer')).toEqual({ ok: false, reason: 'role-needed' });
  });

  test('is never more than was given, with what waits and what was done at Stripe itself', async () => {
    const giftId = await paid();
    expect(await propose(giftId, 25_01)).toEqual({ ok: false, reason: 'more-than-given' });
    expect(await propose(giftId, 0)).toEqual({ ok: false, reason: 'amount-not-positive' });
    const both = await Promise.all([propose(giftId, 15_00), propose(giftId, 15_00)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await propose(giftId, 10_01)).toEqual({ ok: false, reason: 'more-than-given' });
    createRefund(fake.store, { payment_intent: (await giftOf(giftId)).intentId ?? '', amount: '500' });
    await seen(giftId);
    expect(await propose(giftId, 5_01)).toEqual({ ok: false, reason: 'more-than-given' });
    expect(await propose(giftId, 5_00)).toMatchObject({ ok: true });
  });

  test('of what was not paid, or is disputed, is refused', async () => {
    const { giftId: open } = await begun(scene);
    expect(await propose(open, 1_00)).toEqual({ ok: false, reason: 'not-refundable' });
    expect(await propose(newId(), 1_00)).toEqual({ ok: false, reason: 'gift-unknown' });
    expect(await propose('x', 1_00)).toEqual({ ok: false, reason: 'gift-unknown' });
    const giftId = await paid();
    const refundId = await proposed(giftId, 1_00);
    const dispute = openDispute(fake.store, (await giftOf(giftId)).intentId ?? '');
    await seen(giftId);
    expect(await giftOf(giftId)).toMatchObject({ dispute: 'open', feeCents: 29 + 20_00 });
    expect(await answer(refundId, 'approve')).toEqual({ ok: false, reason: 'disputed-meanwhile' });
    expect(await propose(giftId, 1_00)).toEqual({ ok: false, reason: 'not-refundable' });
    closeDispute(fake.store, dispute.id, 'lost');
    await seen(giftId);
    expect(await giftOf(giftId)).toMatchObject({ dispute: 'lost', disputedCents: 25_00 });
  });
});

describe('between Stripe and us', () => {
  const approved = async (amount = 10_00) => {
    const giftId = await paid();
    const refundId = await proposed(giftId, amount);
    await answer(refundId, 'approve');
    return { giftId, refundId };
  };

  test('a process that dies after Stripe did it gives back nothing twice', async () => {
    const { giftId, refundId } = await approved();
    // the client tries three times by itself
    fake.failNext('crash', 3, isRefund);
    fake.webhooks.mode = 'drop';
    expect(await scene.work()).toHaveLength(1);
    fake.webhooks.mode = 'send';
    expect(await refundOf(refundId)).toMatchObject({ state: 'approved' });
    expect(await refundsAtStripe(giftId)).toHaveLength(1);
    expect(await scene.work()).toEqual([]);
    expect(await refundOf(refundId)).toMatchObject({ state: 'done' });
    expect(await refundsAtStripe(giftId)).toHaveLength(1);
  });

  test('nor when it comes back after Stripe forgot the key', async () => {
    const { giftId, refundId } = await approved();
    fake.failNext('crash', 3, isRefund);
    fake.webhooks.mode = 'drop';
    expect(await scene.work()).toHaveLength(1);
    fake.store.advance(30 * 3600);
    expect(await scene.work(new Date(Date.now() + 30 * 3_600_000))).toEqual([]);
    fake.webhooks.mode = 'send';
    expect(await refundOf(refundId)).toMatchObject({ state: 'done' });
    expect(await refundsAtStripe(giftId)).toHaveLength(1);
    fake.store.advance(-30 * 3600);
  });

  test('what Stripe did not do is done later', async () => {
    const { giftId, refundId } = await approved();
    fake.failNext('busy', 1, isRefund);
    expect(await scene.work()).toHaveLength(1);
    expect(await refundsAtStripe(giftId)).toHaveLength(0);
    expect(await scene.work()).toEqual([]);
    expect(await refundOf(refundId)).toMatchObject({ state: 'done' });
  });

  test('what Stripe refuses is told, and can be proposed anew', async () => {
    const { giftId, refundId } = await approved(25_00);
    fake.webhooks.mode = 'drop';
    createRefund(fake.store, { payment_intent: (await giftOf(giftId)).intentId ?? '', amount: '1000' });
    expect(await scene.work()).toEqual([]);
    fake.webhooks.mode = 'send';
    expect(await refundOf(refundId)).toMatchObject({ state: 'failed' });
    expect(await giftOf(giftId)).toMatchObject({ refundedCents: 10_00 });
    expect(await propose(giftId, 15_00)).toMatchObject({ ok: true });
  });

  test('what a bank does not take comes back', async () => {
    const { giftId, refundId } = await approved();
    expect(await scene.work()).toEqual([]);
    const [refund] = await refundsAtStripe(giftId);
    failRefund(fake.store, refund?.id ?? '');
    await fake.webhooks.settled();
    expect(await scene.work()).toEqual([]);
    expect(await refundOf(refundId)).toMatchObject({ state: 'failed' });
    expect(await giftOf(giftId)).toMatchObject({ refundedCents: 0 });
  });
});
