import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { closeChange } from '#app/modules/budgets/commands/close-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { bookGifts } from '#app/modules/donations/commands/book-gifts.server.ts';
import { bringUpToDate } from '#app/modules/donations/commands/bring-up-to-date.server.ts';
import { hideName } from '#app/modules/donations/commands/hide-name.server.ts';
import { listGivers } from '#app/modules/donations/commands/list-givers.server.ts';
import { closePurpose } from '#app/modules/donations/commands/set-purpose.server.ts';
import { createRefund, failRefund, pay } from '#tests/stripe/checkout.ts';
import { aGift, begun, by, makeOffice, openedPurpose, useStripe, type Office } from './scene.ts';

const scene = useStripe();
const { fake } = scene;
let office: Office;
let purposeId: string;

beforeAll(async () => {
  office = await makeOffice(scene.database);
});

beforeEach(async () => {
  const before = await scene.database.giftPurpose.findFirst({ where: { closedAt: null } });
  if (before !== null) await closePurpose({ purposeId: before.id }, await as('manager'));
  purposeId = await openedPurpose(scene.database, office, null);
});

const as = async (who: keyof Office['people']) => by(scene.database, office, who, new Date());

/** The payment of somebody who was at the page of Stripe. */
const intentOf = (sessionId: string): string => {
  const { payment_intent: intent } = fake.store.get('checkout.session', sessionId);
  return typeof intent === 'string' ? intent : '';
};

async function paid(changes: Parameters<typeof aGift>[0] = {}): Promise<{ giftId: string; intent: string }> {
  const { giftId, sessionId } = await begun(scene, aGift(changes));
  pay(fake.store, sessionId, 'now');
  await seen(giftId);
  return { giftId, intent: intentOf(sessionId) };
}

const seen = async (giftId: string) =>
  bringUpToDate(giftId, scene.stripe, { database: scene.database, now: new Date() });

const book = async (who: keyof Office['people'] = 'treasurer', formKey = newId()) =>
  bookGifts({ purposeId, formKey }, await as(who));

async function proposed(): Promise<{ kind: string; amount: number; id: string }[]> {
  const outcome = await book();
  if (!outcome.ok) throw new Error(outcome.reason);
  const rows = await scene.database.budgetChange.findMany({ where: { id: { in: outcome.value } } });
  return outcome.value.map((id) => {
    const row = rows.find((one) => one.id === id);
    return { id, kind: row?.kind ?? '', amount: Number(row?.amountCents) };
  });
}

const approve = async (changeId: string, who: keyof Office['people'] = 'holder') =>
  approveChange({ changeId }, await as(who));

const pledged = async () => {
  const { moneySource } = await scene.database.giftPurpose.findUniqueOrThrow({
    where: { id: purposeId },
    select: { moneySource: { select: { unallocated: { select: { balanceCents: true } } } } },
  });
  return Number(moneySource.unallocated.balanceCents);
};

describe('gifts in the ledger', () => {
  test('are counted once: proposed by one, approved by another, with what Stripe keeps', async () => {
    await paid();
    await paid({ amount: cents(100_00) });
    await begun(scene);
    const [pledge, lowered, ...more] = await proposed();
    expect(more).toEqual([]);
    expect(pledge).toMatchObject({ kind: 'pledge', amount: 125_00 });
    expect(lowered).toMatchObject({ kind: 'pledge-lowered', amount: 58 });
    expect(await book()).toEqual({ ok: false, reason: 'nothing-to-count' });
    expect(await approve(pledge?.id ?? '', 'treasurer')).toMatchObject({ ok: false });
    expect(await approve(lowered?.id ?? '')).toEqual({ ok: false, reason: 'fund-exhausted' });
    expect(await approve(pledge?.id ?? '')).toMatchObject({ ok: true });
    expect(await approve(lowered?.id ?? '')).toMatchObject({ ok: true });
    expect(await pledged()).toBe(124_42);
    expect(await book()).toEqual({ ok: false, reason: 'nothing-to-count' });
    const broken = (await findings(scene.database, new Date())).findings.filter(
      ({ offenders }) => offenders.length > 0,
    );
    expect(broken).toEqual([]);
  });

  test('by two treasurers at the same moment are proposed once', async () => {
    await paid();
    const outcomes = await Promise.all([book('treasurer'), book('manager')]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'nothing-to-count' });
    const formKey = newId();
    await paid();
    const first = await book('treasurer', formKey);
    expect(first).toMatchObject({ ok: true });
    expect(await book('treasurer', formKey)).toEqual({ ok: true, value: [formKey] });
    expect(await book('manager', formKey)).toEqual({ ok: false, reason: 'form-key-invalid' });
  });

  test('that went back are taken off, and put back when the bank did not take it', async () => {
    const { giftId, intent } = await paid();
    for (const { id } of await proposed()) await approve(id);
    const refund = createRefund(fake.store, { payment_intent: intent });
    await seen(giftId);
    const [back] = await proposed();
    expect(back).toMatchObject({ kind: 'pledge-lowered', amount: 25_00 });
    failRefund(fake.store, refund.id);
    await seen(giftId);
    const [again] = await proposed();
    expect(again).toMatchObject({ kind: 'pledge', amount: 25_00 });
  });

  test('of a refused proposal, and of one that was undone, count anew', async () => {
    await paid();
    const [pledge] = await proposed();
    await closeChange({ changeId: pledge?.id ?? '', reason: 'Nog niet.' }, await as('holder'));
    const [anew] = await proposed();
    expect(anew).toMatchObject({ kind: 'pledge', amount: 25_00 });
    await approve(anew?.id ?? '');
    const entry = await scene.database.ledgerEntry.findFirstOrThrow({ where: { changeId: anew?.id ?? '' } });
    const undo = await proposeChange(
      {
        formKey: newId(),
        change: {
          kind: 'correction',
          correctsId: entry.id,
          amount: cents(25_00),
          reason: 'Mis',
          occurredOn: dayInAmsterdam(new Date()),
        },
      },
      await as('treasurer'),
    );
    expect(undo.ok && (await approve(undo.value)).ok).toBe(true);
    expect((await proposed())[0]).toMatchObject({ kind: 'pledge', amount: 25_00 });
  });

  test('are proposed by the office alone', async () => {
    await paid();
    for (const who of ['outsider', 'allianceTreasurer'] as const)
      expect(await book(who)).toEqual({ ok: false, reason: 'role-needed' });
  });

  test('cannot be counted past the command', async () => {
    const { giftId } = await paid();
    const [pledge] = await proposed();
    const row = { changeId: pledge?.id ?? '', giftId, amountCents: 1 };
    await expect(scene.database.giftBooking.create({ data: { ...row, what: 'again' } })).rejects.toThrow(
      /gift_booked_once/,
    );
    await expect(scene.database.giftBooking.create({ data: { ...row, what: 'less' } })).rejects.toThrow(
      /gift_booking_change/,
    );
    await expect(scene.database.giftBooking.deleteMany({ where: { giftId } })).rejects.toThrow(/record_append_only/);
  });
});

describe('the list of who gave', () => {
  const donors = async () =>
    scene.database.donor.findMany({
      where: { pledge: { moneySource: { giftPurposes: { some: { id: purposeId } } } } },
    });

  test('has who is in an approved pledge, as they chose, until their gift went back', async () => {
    const named = await paid({ display: 'name', name: 'Familie Zon', showAmount: true });
    await paid();
    const [pledge] = await proposed();
    await listGivers(scene.database, new Date());
    expect(await donors()).toEqual([]);
    await approve(pledge?.id ?? '');
    await listGivers(scene.database, new Date());
    expect((await donors()).map(({ name, display }) => [name, display]).sort()).toEqual([
      ['', 'anonymous'],
      ['Familie Zon', 'name'],
    ]);
    expect(await hideName({ giftId: named.giftId }, await as('outsider'))).toEqual({
      ok: false,
      reason: 'role-needed',
    });
    expect(await hideName({ giftId: named.giftId }, await as('treasurer'))).toMatchObject({ ok: true });
    expect((await donors()).map(({ name }) => name)).toEqual(['', '']);
    expect(await scene.database.gift.findUnique({ where: { id: named.giftId } })).toMatchObject({
      name: '',
      display: 'anonymous',
    });
    createRefund(fake.store, { payment_intent: named.intent });
    await seen(named.giftId);
    await listGivers(scene.database, new Date());
    await listGivers(scene.database, new Date());
    expect(await donors()).toHaveLength(1);
  });
});
