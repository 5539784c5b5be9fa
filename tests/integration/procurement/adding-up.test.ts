import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { confirmDecision } from '#app/modules/decisions/commands/confirm-decision.server.ts';
import { decisionPage } from '#app/modules/decisions/queries/decision-page.query.server.ts';
import { recomputedProcurement } from '#app/modules/decisions/recompute-procurement.ts';
import { changeSetting } from '#app/modules/programme/commands/change-setting.server.ts';
import { addedUpOf } from '#app/modules/procurement/queries/add-up.server.ts';
import { assignmentsView } from '#app/modules/procurement/queries/assignments.query.server.ts';
import { makeInitiative, makeOrganisation, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, confirmation, kindOf, makeScene, prepared, type Scene } from '../decisions/scene.ts';
import { administrator, setTestLimit } from './limits.ts';

const own = useTestDatabase();

type Given = { party: string; cents: number; kind?: string; at?: string };

async function prepare(scene: Scene, { party, cents: amount, kind }: Given): Promise<string> {
  const initiativeId = await makeInitiative(own.database, {
    bodyId: scene.bodyId,
    stage: 'deciding',
    requestedCents: amount,
    organisationId: party,
  });
  return prepared(own.database, scene, initiativeId, {
    instrument: 'assignment',
    serviceKindId: await kindOf(own.database, kind),
    amount: cents(amount),
  });
}

async function confirm(scene: Scene, decisionId: string, said: { note?: string; isRead?: boolean; at?: string } = {}) {
  const now = said.at === undefined ? testNow : instant(said.at);
  const form = await confirmation(own.database, decisionId, now);
  return confirmDecision({ ...form, ...said }, as(own.database, scene, 'budgetHolder', { now }));
}

const give = async (scene: Scene, given: Given) =>
  confirm(scene, await prepare(scene, given), {
    note: 'Zo is het.',
    isRead: true,
    ...(given.at ? { at: given.at } : {}),
  });

async function setup() {
  const scene = await makeScene(own.database, { fundCents: 900_000_000_00 });
  return { scene, party: await makeOrganisation(own.database) };
}

const today = calendarDate('2026-11-21');
const limit = 216_000_00;

describe('at the limit', () => {
  test.each([
    ['a cent under 80 %', 172_799_99, 'unknown', true],
    ['80 %', 172_800_00, 'near', false],
    ['a cent under', limit - 1, 'near', false],
    ['exactly', limit, 'over', false],
    ['a cent over', limit + 1, 'over', false],
  ])('%s', async (_what, together, state, passes) => {
    const { scene, party } = await setup();
    expect(await give(scene, { party, cents: 100_000_00 })).toMatchObject({ ok: true });
    const decisionId = await prepare(scene, { party, cents: together - 100_000_00 });
    expect(await addedUpOf(own.database, decisionId, today)).toMatchObject({ state, total: together });
    const silent = await confirm(scene, decisionId);
    if (passes) expect(silent).toMatchObject({ ok: true });
    else {
      const reason = state === 'over' ? 'note-missing' : 'warning-unread';
      expect(silent).toMatchObject({ ok: false, reason });
      expect(await confirm(scene, decisionId, { note: '   ' })).toMatchObject({ ok: false, reason });
      expect(await own.database.decisionProcurement.count({ where: { decisionId } })).toBe(0);
      expect(await confirm(scene, decisionId, { note: 'Openbaar aanbesteed.', isRead: true })).toMatchObject({
        ok: true,
      });
    }
  });

  test('the social limit counts for a social kind, and another kind or party is added up apart', async () => {
    const { scene, party } = await setup();
    await give(scene, { party, cents: 200_000_00 });
    const social = await prepare(scene, { party, cents: 400_000_00, kind: 'jongerenwerk' });
    expect(await addedUpOf(own.database, social, today)).toMatchObject({
      earlier: 0,
      limits: [
        { which: 'eu-social', limit: 750_000_00, state: 'fine' },
        { which: 'one-to-one', limit: null, state: 'unknown' },
      ],
    });
    const elsewhere = await prepare(scene, { party: await makeOrganisation(own.database), cents: 100_000_00 });
    expect(await addedUpOf(own.database, elsewhere, today)).toMatchObject({ earlier: 0 });
  });

  test('what is published says what was added up, can be computed again, and carries the note', async () => {
    const { scene, party } = await setup();
    const first = await give(scene, { party, cents: 150_000_00 });
    const second = await give(scene, { party, cents: 70_000_00 });
    const page = await decisionPage(own.database, second.ok ? second.value : '');
    expect(page?.receiptMatches).toBe(true);
    const { publication } = page ?? {};
    if (publication?.version !== 3 || publication.procurement === null) throw new Error('nothing published');
    expect(publication.procurement).toMatchObject({
      earlierCents: 150_000_00,
      totalCents: 220_000_00,
      state: 'over',
      note: 'Zo is het.',
      counted: [{ number: first.ok ? first.value : '', netCents: 150_000_00 }],
    });
    expect(recomputedProcurement(publication.procurement, 70_000_00)).toBe(true);
    expect(recomputedProcurement({ ...publication.procurement, totalCents: 1 }, 70_000_00)).toBe(false);
    expect(recomputedProcurement(publication.procurement, 70_000_01)).toBe(false);
  });
});

describe('round the command', () => {
  test('two confirmations at once do not slip past each other', async () => {
    const { scene, party } = await setup();
    const both = [
      await prepare(scene, { party, cents: 120_000_00 }),
      await prepare(scene, { party, cents: 120_000_00 }),
    ];
    const forms = await Promise.all(both.map(async (id) => confirmation(own.database, id)));
    const outcomes = await Promise.all(
      forms.map(async (form, index) =>
        confirmDecision(form, as(own.database, scene, index === 0 ? 'budgetHolder' : 'otherBudgetHolder')),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed-meanwhile' });
  });

  test('PostgreSQL adds up itself: nothing, something else or no note is refused', async () => {
    const { scene, party } = await setup();
    await give(scene, { party, cents: 200_000_00 });
    const decisionId = await prepare(scene, { party, cents: 50_000_00 });
    const row = {
      decisionId,
      onDay: new Date('2026-11-21'),
      windowMonths: 12,
      nearPercent: 80,
      windowBeginsOn: new Date('2026-11-21'),
      earlierCents: 200_000_00n,
      totalCents: 250_000_00n,
      euCents: 216_000_00n,
      oneToOneCents: null,
      state: 'over',
      note: 'Aanbesteed.',
      isRead: false,
    };
    const byHand = async (given: Partial<typeof row> | null) =>
      own.database.$transaction(async (tx) => {
        if (given !== null) await tx.decisionProcurement.create({ data: { ...row, ...given } });
        await tx.decision.update({
          where: { id: decisionId },
          data: {
            state: 'confirmed',
            confirmerId: scene.people.budgetHolder,
            confirmedAt: testNow,
            number: '2026-9000',
            receipt: 'a',
            published: {},
          },
        });
      });
    await expect(byHand(null)).rejects.toThrow(/assignment_added_up/);
    await expect(byHand({ totalCents: 249_999_99n })).rejects.toThrow(/assignment_added_up/);
    await expect(byHand({ earlierCents: 0n, totalCents: 50_000_00n, state: 'unknown' })).rejects.toThrow(
      /assignment_added_up/,
    );
    await expect(byHand({ windowMonths: 1 })).rejects.toThrow(/assignment_added_up/);
    await expect(byHand({ note: ' ' })).rejects.toThrow(/assignment_note_missing/);
    // all there: it comes as far as the ledger
    await expect(byHand({})).rejects.toThrow(/grant_has_commitment/);
    await expect(own.database.decisionProcurement.create({ data: row })).rejects.toThrow(
      /decision_procurement_of_assignment/,
    );
  });

  test('an assignment without kind is not confirmed, and a subsidy has none', async () => {
    const { scene, party } = await setup();
    const decisionId = await prepare(scene, { party, cents: 1000_00 });
    await own.database.decision.update({ where: { id: decisionId }, data: { serviceKindId: null } });
    expect(await confirm(scene, decisionId)).toMatchObject({ reason: 'service-kind-missing' });
    await expect(
      own.database.decision.update({
        where: { id: decisionId },
        data: { instrument: 'subsidy', serviceKindId: await kindOf(own.database) },
      }),
    ).rejects.toThrow(/decision_service_kind_of_assignment/);
    expect(await addedUpOf(own.database, newId(), today)).toBeNull();
  });
});

test('the overview is for who guards the money, near and over first', async () => {
  const { scene, party } = await setup();
  await give(scene, { party, cents: 400_000_00 });
  await prepare(scene, { party, cents: 5_000_00 });
  const view = await assignmentsView(own.database, as(own.database, scene, 'budgetHolder').actor, testNow);
  const mine = view?.lines.find(({ addedUp }) => addedUp.total === 400_000_00);
  expect(mine?.addedUp).toMatchObject({ state: 'over', waiting: { count: 1, total: 5_000_00 } });
  expect(view?.lines[0]?.addedUp.state).toBe('over');
  for (const role of ['member', 'reviewer', 'loket', null] as const)
    expect(await assignmentsView(own.database, as(own.database, scene, 'member', { role }).actor, testNow)).toBeNull();
});

// last: these change limits and settings of the database
describe('the window', () => {
  /** What PostgreSQL finds; the money of the tests is of one year, so other days are only asked. */
  async function fullest(party: string, day: string, months: number) {
    const kindId = await kindOf(own.database);
    const [row] = await own.database.$queryRaw<{ cents: bigint }[]>`
      select given_cents as cents from fullest_window(${party}::uuid, ${kindId}::uuid, ${day}::date, ${months}::int)`;
    return Number(row?.cents);
  }

  test('the day exactly twelve months later counts along, the day after it does not; in PostgreSQL too', async () => {
    const { scene, party } = await setup();
    expect(await give(scene, { party, cents: 100_000_00 })).toMatchObject({ ok: true });
    const decisionId = await prepare(scene, { party, cents: 1_000_00 });
    for (const [day, earlier] of [
      ['2026-11-21', 100_000_00],
      ['2027-11-21', 100_000_00],
      ['2027-11-22', 0],
    ] as const) {
      expect(await addedUpOf(own.database, decisionId, calendarDate(day))).toMatchObject({ earlier });
      expect(await fullest(party, day, 12)).toBe(earlier);
    }
    expect(await fullest(party, '2028-11-21', 24)).toBe(100_000_00);
    expect(await fullest(party, '2028-11-22', 24)).toBe(0);
  });

  test('the limit of the day on which it is confirmed counts, as it is in Amsterdam', async () => {
    const { scene, party } = await setup();
    await setTestLimit(own.database, {
      which: 'one-to-one',
      beginsOn: '2026-11-21',
      endsOn: '2026-11-21',
      amount: 20_000_00,
    });
    await setTestLimit(own.database, { which: 'one-to-one', beginsOn: '2026-11-22', endsOn: null, amount: 50_000_00 });
    const decisionId = await prepare(scene, { party, cents: 30_000_00 });
    const on = async (day: string) =>
      (await addedUpOf(own.database, decisionId, calendarDate(day)))?.limits.find(
        ({ which }) => which === 'one-to-one',
      );
    expect(await on('2026-11-20')).toMatchObject({ limit: null, state: 'unknown' });
    expect(await on('2026-11-21')).toMatchObject({ limit: 20_000_00, state: 'over' });
    expect(await on('2026-11-22')).toMatchObject({ limit: 50_000_00, state: 'fine' });
    expect(await confirm(scene, decisionId, { at: '2026-11-21T22:59:00Z' })).toMatchObject({ reason: 'note-missing' });
    // eleven in the evening in UTC is the next day in Amsterdam
    expect(await confirm(scene, decisionId, { at: '2026-11-21T23:00:00Z' })).toMatchObject({ ok: true });
  });

  test('what the programme chose counts, in the database too', async () => {
    const { scene, party } = await setup();
    const setting = { key: 'procurement', value: { months: 24, nearPercent: 50 }, changedAt: '' } as const;
    const decisionId = await prepare(scene, { party, cents: 25_000_00 });
    expect(await changeSetting(setting, await administrator(own.database))).toMatchObject({ ok: true });
    const tomorrow = '2026-11-22T10:00:00Z';
    expect(await addedUpOf(own.database, decisionId, calendarDate('2026-11-22'))).toMatchObject({
      months: 24,
      state: 'near',
    });
    expect(await confirm(scene, decisionId, { at: tomorrow })).toMatchObject({ reason: 'warning-unread' });
    expect(await confirm(scene, decisionId, { at: tomorrow, isRead: true })).toMatchObject({ ok: true });
  });
});
