import { beforeAll, describe, expect, test } from 'vitest';
import { forgetful } from '#app/platform/remember.server.ts';
import { calendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import type { SpendingContent } from '#app/modules/alliances/spending.ts';
import { alliancePage } from '#app/modules/alliances/queries/alliance-page.query.server.ts';
import { noBudgetFilter, shopsWord } from '#app/modules/budgets/budget-filter.ts';
import type { ChangeSubject } from '#app/modules/budgets/change.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { budgetOverview } from '#app/modules/budgets/queries/budget-overview.query.server.ts';
import { grantedDecisions } from '#app/modules/budgets/queries/granted-decisions.query.server.ts';
import { spendingMoney } from '#app/modules/budgets/queries/promise-money.query.server.ts';
import { recipientJson, recipientsJson, wijkenJson } from '#app/modules/budgets/queries/public-json.server.ts';
import { recipientPage, recipientsView } from '#app/modules/budgets/queries/recipients.query.server.ts';
import { teamBudget } from '#app/modules/budgets/queries/team-budget.query.server.ts';
import { wijkMoney } from '#app/modules/budgets/queries/wijk-money.query.server.ts';
import type { GrantSums } from '#app/modules/budgets/wijk-share.ts';
import { findings } from '#app/modules/control/queries/findings.query.server.ts';
import { areaPage } from '#app/modules/overview/queries/area-page.query.server.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Context } from '#app/platform/database.server.ts';
import { makeInitiative, makeOrganisation } from '#tests/factories/index.ts';
import { as, confirmed, makeScene, prepared, type Scene } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { agreed, by, confirm, makeAlliance, today, type AllianceScene } from './alliance-scene.ts';

/**
 * Decisions, small spendings, payments, releases and payments that were undone, mixed: whatever page adds them up, it is
 * what the ledger holds, to the cent, now and on a day in between.
 */
const own = useTestDatabase();
let team: Scene;
let alliance: AllianceScene;
let allianceSlug: string;
let organisationSlug: string;
/** Day on which everything was promised, and the wijkalliantie had paid nothing yet. */
const between: CalendarDate = calendarDate('2026-11-29');
const all = { year: null, until: null, page: 1 };

/** Two persons carry it out. @returns id of its entry */
async function change(
  who: { proposer: Context<Actor>; approver: Context<Actor> },
  subject: ChangeSubject,
  amount: number,
  occurredOn: CalendarDate = today,
) {
  const formKey = newId();
  const order = { ...subject, amount: cents(amount), reason: 'Omdat het zo is', occurredOn };
  expect(await proposeChange({ formKey, change: order }, who.proposer)).toMatchObject({ ok: true });
  expect(await approveChange({ changeId: formKey }, who.approver)).toMatchObject({ ok: true });
  return (await own.database.ledgerEntry.findUniqueOrThrow({ where: { changeId: formKey } })).id;
}

async function grant(amount: number, content: Record<string, unknown>): Promise<string> {
  const { database } = own;
  const initiativeId = await makeInitiative(database, {
    bodyId: team.bodyId,
    stage: 'deciding',
    requestedCents: amount,
    content,
  });
  const number = await confirmed(
    database,
    team,
    await prepared(database, team, initiativeId, { amount: cents(amount), fundId: team.fundId }),
  );
  return (await database.decision.findUniqueOrThrow({ where: { number } })).id;
}

async function spend(amount: number, payee: SpendingContent['payee']): Promise<string> {
  const id = await agreed(own.database, alliance, { amount: cents(amount), payee });
  expect(await confirm(own.database, alliance, 'chair', id)).toMatchObject({ ok: true });
  return id;
}

beforeAll(async () => {
  const { database } = own;
  await database.area.createMany({
    data: ['FA', 'FB', 'FC'].map((code) => ({ code, name: `Wijk ${code}`, level: 'wijk' })),
  });
  team = await makeScene(database, { fundCents: 10_000_00 });
  alliance = await makeAlliance(database);
  ({ slug: allianceSlug } = await database.body.findUniqueOrThrow({ where: { id: alliance.bodyId } }));
  await database.bodyArea.createMany({
    data: ['FA', 'FB'].map((areaCode) => ({ bodyId: alliance.bodyId, areaCode })),
  });
  const organisationId = await makeOrganisation(database, { name: 'Stichting De Zaagtand' });
  ({ slug: organisationSlug } = await database.organisation.findUniqueOrThrow({ where: { id: organisationId } }));

  const decided = await grant(1000_01, { organisationId, areas: ['FA01', 'FB02', 'FC'], wholeDistrict: false });
  await grant(99_99, { areas: [], wholeDistrict: true });
  const hall = await spend(150_01, { kind: 'organisation', organisationId });
  const pots = await spend(235_50, { kind: 'shop', name: 'Tuincentrum' });
  await spend(20_00, { kind: 'resident' });

  const team2 = { proposer: as(database, team, 'manager'), approver: as(database, team, 'budgetHolder') };
  const days = 12;
  const day = calendarDate('2026-12-02');
  const alliance2 = {
    proposer: await by(database, alliance, 'budgetHolder', { days }),
    approver: await secondBudgetHolder(days),
  };
  const ofDecision = { fromFundId: team.fundId, decisionId: decided };
  await change(team2, { kind: 'payment', ...ofDecision }, 600_00);
  const wrong = await change(team2, { kind: 'payment', ...ofDecision }, 100_00);
  await change(team2, { kind: 'correction', correctsId: wrong }, 100_00);
  await change(team2, { kind: 'release', ...ofDecision }, 50_01);
  const fromFundId = alliance.fundId;
  await change(alliance2, { kind: 'payment', fromFundId, spendingId: hall }, 100_00, day);
  await change(alliance2, { kind: 'release', fromFundId, spendingId: hall }, 50_01, day);
  const twice = await change(alliance2, { kind: 'payment', fromFundId, spendingId: pots }, 200_25, day);
  await change(alliance2, { kind: 'correction', correctsId: twice }, 200_25, day);
  await change(alliance2, { kind: 'payment', fromFundId, spendingId: pots }, 198_75, day);
});

async function secondBudgetHolder(days: number): Promise<Context<Actor>> {
  const personId = alliance.people.outsider;
  await own.database.bodyMembership.create({
    data: {
      id: newId(),
      personId,
      bodyId: alliance.bodyId,
      role: 'budget_holder',
      beginsOn: new Date('2026-11-01'),
      grantedById: alliance.people.chair,
    },
  });
  return by(own.database, alliance, 'outsider', { days });
}

/** What the postings themselves say, without any sum that a trigger keeps. */
async function ledger(until: CalendarDate = calendarDate('2100-01-01')): Promise<GrantSums> {
  const [row] = await own.database.$queryRaw<Record<'granted' | 'paid' | 'released' | 'committed', bigint>[]>`
    select coalesce(sum(p.amount_cents) filter (where e.kind = 'commitment'), 0)::bigint as granted,
      coalesce(-sum(p.amount_cents) filter (where 'payment' in (e.kind, c.kind)), 0)::bigint as paid,
      coalesce(-sum(p.amount_cents) filter (where 'release' in (e.kind, c.kind)), 0)::bigint as released,
      coalesce(sum(p.amount_cents), 0)::bigint as committed
    from posting p join ledger_account a on a.id = p.account_id and a.kind = 'committed'
      join ledger_entry e on e.id = p.entry_id left join ledger_entry c on c.id = e.corrects_id
    where amsterdam_day(e.occurred_at) <= ${until}::date`;
  if (row === undefined) throw new Error('no row');
  const { granted, paid, released, committed } = row;
  return {
    granted: cents(granted),
    paid: cents(paid),
    released: cents(released),
    committed: cents(committed),
  };
}

const parts = ['granted', 'paid', 'released', 'committed'] as const;
const sumsOf = (rows: readonly GrantSums[]) =>
  Object.fromEntries(parts.map((part) => [part, rows.reduce((total, row) => total + row[part], 0)]));

describe.each([
  ['now', null],
  ['on a day in between', between],
])('%s', (_when, until) => {
  const day = { ...all, until };
  const held = async () => ledger(until ?? undefined);

  test('what recipients received together is what the ledger promised', async () => {
    const view = await recipientsView(own.database, { year: null, until, text: '' });
    const rows = [...view.organisations, view.residents, view.shops, view.actielijnen].filter((row) => row !== null);
    expect(sumsOf(rows)).toEqual(await held());
    expect(view.totals).toMatchObject(await held());
    expect(recipientsJson(view, { year: null, until }).totals).toMatchObject({
      grantedCents: view.totals.granted,
      decisionCount: 5,
    });
  });

  test('what wijken received together is the same', async () => {
    const view = await wijkMoney(own.database, { year: null, until });
    expect(sumsOf([...view.wijken, view.district, view.unknown])).toEqual(await held());
    expect(wijkenJson(view, { year: null, until }).totals).toMatchObject({ grantedCents: (await held()).granted });
  });

  test('and what is listed, and what the lines of the plan hold', async () => {
    const listed = await grantedDecisions(own.database, { until });
    expect(sumsOf(listed)).toEqual(await held());
    const { totals } = await budgetOverview(
      { database: own.database, remember: forgetful(own.database) },
      { ...noBudgetFilter, until },
    );
    const { paid, committed, released } = await held();
    expect(totals).toMatchObject({ paid, committed, released });
    const teams = [team.bodySlug, allianceSlug].map(async (slug) => teamBudget(own.database, slug, day));
    const found = (await Promise.all(teams)).flatMap((one) => (one === null ? [] : [one]));
    expect(found.reduce((sum, one) => sum + one.totals.paid, 0)).toBe(paid);
    expect(found.reduce((sum, one) => sum + one.totals.committed, 0)).toBe(committed);
  });
});

test('an organisation is told what it received, by decisions and by small spendings', async () => {
  const page = await recipientPage(own.database, organisationSlug, all);
  expect(page?.totals).toEqual({
    count: 2,
    granted: 1000_01 + 150_01,
    paid: 600_00 + 100_00,
    released: 50_01 + 50_01,
    committed: 350_00,
  });
  expect(page?.decisions.map(({ ground, granted }) => [ground, granted])).toEqual([
    ['spending', 150_01],
    ['decision', 1000_01],
  ]);
  if (page === null) throw new Error('it is there');
  const [first] = recipientJson(page, { year: null, until: null }).decisions;
  expect(first).toMatchObject({
    kind: 'small-spending',
    page: `/wijkallianties/${allianceSlug}?jaar=2026#${first?.number ?? ''}`,
    paidCents: 100_00,
  });
  expect(first?.number).toMatch(/^K2026-\d{4}$/);
});

test('before they were promised there was nothing', async () => {
  const view = await recipientsView(own.database, { year: null, until: calendarDate('2026-11-20'), text: '' });
  expect(view.totals).toMatchObject({ count: 0, granted: 0 });
});

test('a wijk counts what its wijkalliantie spent, each of its wijken an equal part', async () => {
  const { wijken } = await wijkMoney(own.database, { year: 2026, until: null });
  const granted = Object.fromEntries(wijken.map(({ code, ...wijk }) => [code, wijk.granted]));
  // 1,000.01 over three; 150.01, 235.50 and 20.00 over two
  expect(granted).toEqual({ FA: 333_34 + 75_01 + 117_75 + 10_00, FB: 333_34 + 75_00 + 117_75 + 10_00, FC: 333_33 });
});

test.each(['FA', 'FB', 'FC'])('the page of wijk %s says what the pages of budgets say', async (code) => {
  const area = await areaPage(own.database, code, 'nl');
  const { wijken } = await wijkMoney(own.database, { year: null, until: null });
  const wijk = wijken.find((one) => one.code === code);
  expect(area?.money.sums).toEqual({
    granted: wijk?.granted,
    paid: wijk?.paid,
    released: wijk?.released,
    committed: wijk?.committed,
  });
  expect(sumsOf((area?.money.grants ?? []).flatMap(({ share }) => (share === null ? [] : [share])))).toEqual(
    area?.money.sums,
  );
  const overview = await budgetOverview(
    { database: own.database, remember: forgetful(own.database) },
    { ...noBudgetFilter, wijk: code },
  );
  expect(overview.totals).toMatchObject({ paid: wijk?.paid, committed: wijk?.committed, released: wijk?.released });
});

test('shops can be looked at together, and found by name', async () => {
  const { decisions } = await budgetOverview(
    { database: own.database, remember: forgetful(own.database) },
    { ...noBudgetFilter, organisation: shopsWord },
  );
  expect(decisions).toMatchObject([{ recipient: { kind: 'shop', name: 'Tuincentrum' }, paid: 198_75 }]);
  expect((await grantedDecisions(own.database, { text: 'tuincentrum' })).length).toBe(1);
});

test('the wijkalliantie shows of each spending what became of it, and they add up to its budget', async () => {
  const view = await alliancePage(own.database, allianceSlug, { year: 2026, today, locale: 'nl' });
  expect(view?.promises.map(({ granted, paid, released, committed }) => [granted, paid, released, committed])).toEqual(
    expect.arrayContaining([
      [150_01, 100_00, 50_01, 0],
      [235_50, 198_75, 0, 36_75],
      [20_00, 0, 0, 20_00],
    ]),
  );
  const { paid, committed, released } = view?.promised ?? { paid: 0, committed: 0, released: 0 };
  expect(view?.sums).toMatchObject({ paid, committed, released, available: 5_000_00 - paid - committed });
  const hall = await own.database.smallSpending.findFirstOrThrow({ where: { amountCents: 150_01 } });
  const money = await spendingMoney(own.database, hall.id);
  expect(money).toMatchObject({ promised: 150_01, paid: 100_00, released: 50_01, open: 0 });
  expect(money?.changes.map(({ kind, spending }) => [kind, spending?.number])).toEqual([
    ['payment', hall.number],
    ['release', hall.number],
  ]);
});

test('the check of the ledger finds nothing wrong', async () => {
  const { findings: found } = await findings(own.database, new Date('2026-12-31'));
  expect(found.filter(({ offenders }) => offenders.length > 0)).toEqual([]);
});
