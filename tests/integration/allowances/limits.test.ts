import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { answerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { tellCircumstances } from '#app/modules/allowances/commands/tell-circumstances.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { acting, approve, claim, coordinator, makeAllowances, opened, volunteer } from './scene.ts';

const own = useTestDatabase();

/** A rate at which an hour is one euro, so that sums are easy to see. */
const euro = { hour: cents(100), hourYoung: cents(50) };

/** So many claimed cents of this month of 2026, written as rows: the way there is not what is tested. */
async function received(scene: Awaited<ReturnType<typeof makeAllowances>>, amounts: Record<string, number>) {
  for (const [day, amountCents] of Object.entries(amounts))
    await own.database.allowanceClaim.create({
      data: {
        id: newId(),
        activityId: scene.activityId,
        personId: scene.volunteerId,
        day: new Date(day),
        kind: 'expense',
        amountCents,
        note: 'Spullen',
        claimedById: scene.volunteerId,
        claimedAt: new Date('2026-11-21T12:00:00Z'),
      },
    });
}

describe('the most of a month', () => {
  test.each([
    [219_00 - 1, { ok: true }],
    [219_00, { ok: true }],
    [219_00 + 1, { ok: false, reason: 'over-month' }],
  ])('after %i cents an hour of one euro', async (before, outcome) => {
    const scene = await makeAllowances(own.database, euro);
    await received(scene, { '2026-11-01': before });
    expect(await claim(own.database, scene, { day: '2026-11-20' })).toMatchObject(outcome);
  });

  test('is that of the calendar month in Amsterdam, and of the amounts that held then', async () => {
    const scene = await makeAllowances(own.database, euro);
    await received(scene, { '2026-10-31': 220_00, '2026-11-01': 220_00, '2025-12-31': 210_00, '2026-01-01': 220_00 });
    expect(await claim(own.database, scene, { day: '2026-10-01' })).toMatchObject({ reason: 'over-month' });
    expect(await claim(own.database, scene, { day: '2026-11-21' })).toMatchObject({ reason: 'over-month' });
    expect(await claim(own.database, scene, { day: '2025-12-01' })).toMatchObject({ reason: 'over-month' });
    expect(await claim(own.database, scene, { day: '2026-01-31' })).toMatchObject({ reason: 'over-month' });
    expect(await claim(own.database, scene, { day: '2026-02-28' })).toMatchObject({ ok: true });
    // eleven in the evening in London is the next day here
    expect(
      await claim(own.database, scene, { day: '2026-12-01', now: new Date('2026-11-30T22:59:00Z') }),
    ).toMatchObject({ reason: 'day-ahead' });
    expect(
      await claim(own.database, scene, { day: '2026-12-01', now: new Date('2026-11-30T23:00:00Z') }),
    ).toMatchObject({ ok: true });
  });

  test('counts a leap day with its February', async () => {
    const scene = await makeAllowances(own.database, {
      ...euro,
      beginsOn: calendarDate('2027-09-01'),
      endsOn: calendarDate('2028-03-31'),
    });
    const now = new Date('2028-03-10T12:00:00Z');
    const work = async (day: string, minutes: number) => claim(own.database, scene, { day, minutes, now });
    for (let day = 1; day <= 9; day += 1) await work(`2028-02-0${String(day)}`, 1440);
    expect(await work('2028-02-29', 300)).toMatchObject({ reason: 'over-month' });
    expect(await work('2028-02-29', 240)).toMatchObject({ ok: true });
    expect(await work('2028-03-01', 1440)).toMatchObject({ ok: true });
  });

  test('is one for all activities together, hours and expenses', async () => {
    const scene = await makeAllowances(own.database, { ...euro, budget: cents(1000_00) });
    const other = await opened(own.database, scene, { ...euro, name: 'Repaircafé', budget: cents(1000_00) });
    await received(scene, { '2026-11-02': 219_50 });
    await own.database.activityVolunteer.create({
      data: {
        activityId: other,
        personId: scene.volunteerId,
        signedUpById: scene.volunteerId,
        signedUpAt: new Date(),
      },
    });
    expect(await claim(own.database, scene, { activityId: other })).toMatchObject({ reason: 'over-month' });
    expect(await claim(own.database, scene, { activityId: other, minutes: 30 })).toMatchObject({ ok: true });
  });

  test('is not passed by two claims at the same instant', async () => {
    const scene = await makeAllowances(own.database, euro);
    await received(scene, { '2026-11-01': 219_00 });
    const days = ['2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'];
    const outcomes = await Promise.all(days.map(async (day) => claim(own.database, scene, { day })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.filter((one) => !one.ok && one.reason === 'over-month')).toHaveLength(3);
  });
});

describe('the most of a year', () => {
  const tenMonths = Object.fromEntries(
    Array.from({ length: 10 }, (_, month) => [`2026-${String(month + 1).padStart(2, '0')}-15`, 219_90]),
  );

  test.each([
    [55, { ok: true }],
    [60, { ok: true }],
    [65, { ok: false, reason: 'over-year' }],
  ])('when one euro is left, %i minutes of one euro an hour', async (minutes, outcome) => {
    const scene = await makeAllowances(own.database, euro);
    await received(scene, tenMonths);
    expect(await claim(own.database, scene, { minutes })).toMatchObject(outcome);
  });

  test('counts what somebody says to get elsewhere that year, and the last time they said it', async () => {
    const scene = await makeAllowances(own.database, euro);
    const tell = async (year: number, amount: number) =>
      tellCircumstances(
        { turns21On: null, elsewhere: { year, amount: cents(amount) } },
        acting(own.database, scene, scene.volunteerId),
      );
    await tell(2026, 2199_01);
    await tell(2025, 0);
    expect(await claim(own.database, scene)).toMatchObject({ reason: 'over-year' });
    expect(await claim(own.database, scene, { day: '2025-12-31' })).toMatchObject({ ok: true });
    await tell(2026, 2199_00);
    expect(await claim(own.database, scene)).toMatchObject({ ok: true });
    await tell(2026, 2200_00);
    const { id } = await own.database.allowanceClaim.findFirstOrThrow({
      where: { activityId: scene.activityId, day: new Date('2026-11-21') },
    });
    expect(
      await answerClaims(
        { activityId: scene.activityId, claimIds: [id], answer: { approve: true } },
        coordinator(own.database, scene),
      ),
    ).toMatchObject({ reason: 'over-year' });
  });
});

describe('under 21', () => {
  test('the lower rate holds until the day of turning 21, also when a coordinator types it', async () => {
    const scene = await makeAllowances(own.database, euro);
    await tellCircumstances(
      { turns21On: calendarDate('2026-11-10'), elsewhere: { year: 2026, amount: cents(0) } },
      acting(own.database, scene, scene.volunteerId),
    );
    for (const day of ['2026-11-09', '2026-11-10', '2026-11-11']) await claim(own.database, scene, { day });
    const rows = await own.database.allowanceClaim.findMany({
      orderBy: { day: 'asc' },
      where: { activityId: scene.activityId },
    });
    expect(rows.map(({ rateCents }) => rateCents)).toEqual([50, 100, 100]);
    const wrong = {
      ...rows[0],
      id: newId(),
      day: new Date('2026-11-08'),
      rateCents: 100,
      amountCents: 100,
      minutes: 60,
    };
    await expect(own.database.allowanceClaim.create({ data: wrong as never })).rejects.toThrow(/claim_rate/);
  });
});

describe('the budget of an activity', () => {
  test('is not passed, and a refused claim makes room again', async () => {
    const scene = await makeAllowances(own.database, { ...euro, budget: cents(2_00) });
    const other = await volunteer(own.database, scene);
    expect(await claim(own.database, scene)).toMatchObject({ ok: true });
    expect(await claim(own.database, scene, { personId: other, minutes: 65 })).toMatchObject({ reason: 'over-budget' });
    const { id } = await own.database.allowanceClaim.findFirstOrThrow({ where: { activityId: scene.activityId } });
    expect(
      await answerClaims(
        { activityId: scene.activityId, claimIds: [id], answer: { approve: false, reason: 'Was er niet' } },
        coordinator(own.database, scene),
      ),
    ).toMatchObject({ ok: true });
    expect(await claim(own.database, scene, { personId: other, minutes: 65 })).toMatchObject({ ok: true });
    expect(await approve(own.database, scene)).toMatchObject({ ok: true });
  });
});
