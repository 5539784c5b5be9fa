import { beforeAll, describe, expect, test } from 'vitest';
import { forgetful } from '#app/platform/remember.server.ts';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { giveBudget } from '#app/modules/budgets/commands/give-budget.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { noBudgetFilter, otherPlaces, residentsWord, type BudgetFilter } from '#app/modules/budgets/budget-filter.ts';
import type { ChangeSubject } from '#app/modules/budgets/change.ts';
import { budgetOverview } from '#app/modules/budgets/queries/budget-overview.query.server.ts';
import { grantedDecisions } from '#app/modules/budgets/queries/granted-decisions.query.server.ts';
import {
  overviewJson,
  recipientJson,
  recipientsJson,
  teamJson,
  wijkenJson,
} from '#app/modules/budgets/queries/public-json.server.ts';
import { recipientPage, recipientsView } from '#app/modules/budgets/queries/recipients.query.server.ts';
import { teamBudget } from '#app/modules/budgets/queries/team-budget.query.server.ts';
import { wijkMoney } from '#app/modules/budgets/queries/wijk-money.query.server.ts';
import { makeFund, makeInitiative, makeMoneySource, makeOrganisation, testNow } from '#tests/factories/index.ts';
import { as, confirmed, makeScene, prepared, type Scene } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let scene: Scene;
let fundId: string;
let lastYearFundId: string;
let organisationSlug: string;
let numbers: Record<'organisation' | 'residents' | 'district' | 'lastYear', string>;

const filter = (given: Partial<BudgetFilter> = {}) => ({ ...noBudgetFilter, ...given });

/** A published decision on a plan in these areas, for an organisation or for residents. */
async function grant(given: {
  amount: number;
  fundId: string;
  areas?: string[];
  district?: boolean;
  organisationId?: string;
}): Promise<string> {
  const { database } = own;
  const initiativeId = await makeInitiative(database, {
    bodyId: scene.bodyId,
    stage: 'deciding',
    requestedCents: given.amount,
    content: {
      organisationId: given.organisationId ?? null,
      areas: given.areas ?? [],
      wholeDistrict: given.district ?? false,
    },
  });
  return confirmed(
    database,
    scene,
    await prepared(database, scene, initiativeId, { amount: cents(given.amount), fundId: given.fundId }),
  );
}

async function change(subject: ChangeSubject, amount: number): Promise<string> {
  const id = newId();
  const order = {
    ...subject,
    amount: cents(amount),
    reason: 'Omdat het zo is',
    occurredOn: calendarDate('2026-11-21'),
  };
  await proposeChange({ formKey: id, change: order }, as(own.database, scene, 'manager'));
  expect(await approveChange({ changeId: id }, as(own.database, scene, 'budgetHolder'))).toMatchObject({ ok: true });
  const entry = await own.database.ledgerEntry.findUniqueOrThrow({ where: { changeId: id } });
  return entry.id;
}

const of = async (number: string) => (await own.database.decision.findUniqueOrThrow({ where: { number } })).id;

beforeAll(async () => {
  const { database } = own;
  await database.area.createMany({
    data: ['FA', 'FB', 'FC'].map((code) => ({ code, name: `Wijk ${code}`, level: 'wijk' })),
  });
  scene = await makeScene(database, { fundCents: 1 });
  const moneySourceId = await makeMoneySource(database, { amountCents: 50_000_00 });
  const line = async (year: number, amount: number) => {
    const id = await makeFund(database, { bodyId: scene.bodyId, moneySourceId, year, amountCents: null });
    await database.$transaction((tx) =>
      giveBudget(tx, {
        toFundId: id,
        amount: cents(amount),
        reason: 'Plan',
        occurredOn: calendarDate('2026-01-15'),
        proposerId: scene.people.manager,
        approverId: scene.people.budgetHolder,
        at: testNow,
      }),
    );
    return id;
  };
  fundId = await line(2026, 20_000_00);
  lastYearFundId = await line(2025, 5_000_00);
  const organisationId = await makeOrganisation(database, { name: 'Stichting De Zaagtand' });
  ({ slug: organisationSlug } = await database.organisation.findUniqueOrThrow({ where: { id: organisationId } }));
  numbers = {
    organisation: await grant({ amount: 1000_00, fundId, areas: ['FA01', 'FA02', 'FB01', 'FC'], organisationId }),
    residents: await grant({ amount: 250_50, fundId, areas: ['FB02'] }),
    district: await grant({ amount: 99_99, fundId, areas: ['FA01'], district: true, organisationId }),
    lastYear: await grant({ amount: 400_00, fundId: lastYearFundId, organisationId }),
  };
  const first = await of(numbers.organisation);
  await change({ kind: 'payment', fromFundId: fundId, decisionId: first }, 600_01);
  const release = await change({ kind: 'release', fromFundId: fundId, decisionId: first }, 100_00);
  await change({ kind: 'release', fromFundId: fundId, decisionId: first }, 50_00);
  await change({ kind: 'correction', correctsId: release }, 100_00);
});

describe('what is left of a team’s plan', () => {
  test('by year, to the cent, with the decisions behind it', async () => {
    const team = await teamBudget(own.database, scene.bodySlug, { year: 2026, until: null, page: 1 });
    // 20,000.00 and the cent of the scene's own line; promised 1,350.49, of which 50.00 came back and 600.01 was paid
    expect(team?.totals).toEqual({
      budget: 20_000_01,
      paid: 600_01,
      committed: 700_48,
      available: 18_699_52,
      released: 50_00,
    });
    expect(team?.years.map(({ year, available }) => [year, available])).toEqual([
      [2026, 18_699_52],
      [2025, 4_600_00],
    ]);
    expect(team?.decisions.map(({ number }) => number).sort()).toEqual(
      [numbers.organisation, numbers.residents, numbers.district].sort(),
    );
    expect(team?.decisionCount).toBe(3);
    expect(await teamBudget(own.database, 'bestaat-niet', { year: null, until: null, page: 1 })).toBeNull();
  });

  test('on a day in the past', async () => {
    const team = await teamBudget(own.database, scene.bodySlug, {
      year: null,
      until: calendarDate('2024-12-31'),
      page: 1,
    });
    expect(team?.totals).toMatchObject({ budget: 0, available: 0 });
    expect(team?.decisions).toEqual([]);
  });
});

describe('what an organisation received', () => {
  test('in total and by which decisions', async () => {
    const page = await recipientPage(own.database, organisationSlug, { year: null, until: null, page: 1 });
    expect(page?.totals).toEqual({
      count: 3,
      granted: 1499_99,
      paid: 600_01,
      released: 50_00,
      committed: 849_98,
    });
    expect(page?.decisions.map(({ number, granted }) => [number, granted]).sort()).toEqual(
      [
        [numbers.organisation, 1000_00],
        [numbers.district, 99_99],
        [numbers.lastYear, 400_00],
      ].sort(),
    );
    const year = await recipientPage(own.database, organisationSlug, { year: 2025, until: null, page: 1 });
    expect(year?.totals).toMatchObject({ count: 1, granted: 400_00 });
    expect(await recipientPage(own.database, 'bestaat-niet', { year: null, until: null, page: 1 })).toBeNull();
  });

  test('and residents as one sum, without a name', async () => {
    const view = await recipientsView(own.database, { year: null, until: null, text: '' });
    expect(view.organisations).toMatchObject([{ slug: organisationSlug, count: 3, granted: 1499_99 }]);
    expect(view.residents).toMatchObject({ count: 1, granted: 250_50 });
    expect(view.totals).toMatchObject({ count: 4, granted: 1750_49, paid: 600_01, released: 50_00 });
    const found = await recipientsView(own.database, { year: null, until: null, text: 'zaagtand' });
    expect(found.residents).toBeNull();
    expect(found.organisations).toHaveLength(1);
  });

  test('it stays with what was decided on, whoever carries the plan later', async () => {
    const [row] = await grantedDecisions(own.database, { body: scene.bodySlug, text: numbers.residents });
    const initiative = await own.database.initiative.findUniqueOrThrow({
      where: { slug: row?.initiative?.slug ?? '' },
    });
    const organisationId = await makeOrganisation(own.database);
    await own.database.initiativeVersion.create({
      data: { initiativeId: initiative.id, version: 2, content: { organisationId }, createdAt: testNow },
    });
    const [after] = await grantedDecisions(own.database, { text: numbers.residents });
    expect(after?.recipient).toEqual({ kind: 'residents' });
  });
});

describe('money per wijk', () => {
  test('is divided to the cent and adds up to what was granted', async () => {
    const view = await wijkMoney(own.database, { year: 2026, until: null });
    const granted = Object.fromEntries(view.wijken.map(({ code, ...wijk }) => [code, wijk.granted]));
    // 1,000.00 over three wijken, and 250.50 for one of them
    expect(granted).toEqual({ FA: 333_34, FB: 333_33 + 250_50, FC: 333_33 });
    expect(view.district).toMatchObject({ count: 1, granted: 99_99 });
    expect(view.unknown).toMatchObject({ count: 0, granted: 0 });
    const sum = (part: 'granted' | 'paid' | 'released' | 'committed') =>
      [...view.wijken, view.district, view.unknown].reduce((total, one) => total + one[part], 0);
    for (const part of ['granted', 'paid', 'released', 'committed'] as const) expect(sum(part)).toBe(view.totals[part]);
    expect(view.totals).toMatchObject({ granted: 1350_49, paid: 600_01, released: 50_00 });
  });

  test('of plans with a theme or in a stage is only theirs', async () => {
    await own.database.theme.create({
      data: { slug: 'energie', position: 99, name: 'Energie', nameEn: 'Energy', description: '', descriptionEn: '' },
    });
    const { initiativeId } = await own.database.decision.findUniqueOrThrow({ where: { number: numbers.residents } });
    await own.database.initiativeTheme.create({ data: { initiativeId: initiativeId ?? '', themeSlug: 'energie' } });
    const everywhere = { year: null, until: null };
    expect((await wijkMoney(own.database, { ...everywhere, theme: 'energie' })).totals).toMatchObject({
      granted: 250_50,
      count: 1,
    });
    expect((await wijkMoney(own.database, { ...everywhere, stages: ['granted'] })).totals.count).toBe(4);
    expect((await wijkMoney(own.database, { ...everywhere, stages: ['completed'] })).totals.count).toBe(0);
  });

  test('is what the overview counts for that wijk', async () => {
    const overview = await budgetOverview(
      { database: own.database, remember: forgetful(own.database) },
      filter({ wijk: 'FB', year: 2026 }),
    );
    expect(overview.decisionsOnly).toBe(true);
    const wijk = (await wijkMoney(own.database, { year: 2026, until: null })).wijken.find(({ code }) => code === 'FB');
    expect(overview.totals).toMatchObject({ paid: wijk?.paid, committed: wijk?.committed, released: wijk?.released });
    expect(overview.decisions.map(({ share }) => share?.granted).sort()).toEqual([250_50, 333_33]);
    const district = await budgetOverview(
      { database: own.database, remember: forgetful(own.database) },
      filter({ wijk: otherPlaces.district }),
    );
    expect(district.decisions.map(({ number }) => number)).toEqual([numbers.district]);
  });
});

describe('the overview', () => {
  test('adds up: teams, years, sources and what nobody got yet', async () => {
    const overview = await budgetOverview({ database: own.database, remember: forgetful(own.database) }, filter());
    expect(overview.totals.budget).toBe(25_000_01);
    const budgets = (rows: readonly { budget: number }[]) => rows.reduce((sum, { budget }) => sum + budget, 0);
    expect([budgets(overview.teams), budgets(overview.years), budgets([overview.free, overview.labelled])]).toEqual([
      25_000_01, 25_000_01, 25_000_01,
    ]);
    expect(overview.flows.reduce((sum, { amount }) => sum + amount, 0)).toBe(25_000_01);
    for (const source of overview.sources)
      expect(source.pledged + source.overprogrammed).toBe(source.planned + source.unallocated);
    expect(overview.unallocated).toBe(25_000_00);
    expect(
      (await budgetOverview({ database: own.database, remember: forgetful(own.database) }, filter({ year: 2025 })))
        .unallocated,
    ).toBeNull();
  });

  test.each([
    ['a year', { year: 2025 }, 5_000_00],
    ['a team that is not there', { body: 'bestaat-niet' }, 0],
    ['words of a line', { text: 'opgaveteam bron' }, 25_000_01],
    ['other words', { text: 'xyzzy' }, 0],
    ['a broken search', { text: "%' or 1=1 --" }, 0],
    ['residents', { organisation: residentsWord }, 250_50],
  ])('under %s', async (_what, given, budget) => {
    expect(
      (await budgetOverview({ database: own.database, remember: forgetful(own.database) }, filter(given))).totals
        .budget,
    ).toBe(budget);
  });
});

describe('for machines', () => {
  test('the same amounts, in whole cents, and no person', async () => {
    const { database } = own;
    const all = filter();
    const team = await teamBudget(database, scene.bodySlug, all);
    const recipient = await recipientPage(database, organisationSlug, all);
    if (team === null || recipient === null) throw new Error('both are there');
    const bodies = [
      overviewJson(await budgetOverview({ database, remember: forgetful(database) }, all), all),
      teamJson(team, all),
      recipientsJson(await recipientsView(database, all), all),
      recipientJson(recipient, all),
      wijkenJson(await wijkMoney(database, all), all),
    ];
    expect(bodies[1]).toMatchObject({ totals: { availableCents: team.totals.available } });
    expect(bodies[3]).toMatchObject({ totals: { grantedCents: 1499_99, decisionCount: 3 } });
    const text = JSON.stringify(bodies);
    const people = await database.person.findMany();
    for (const { id, email, name } of people)
      for (const secret of [id, email, `"${name}"`]) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/Cents":-?\d+\.\d/);
  });
});

test('sums per decision are the sums of the postings, and nobody writes them by hand', async () => {
  const { database } = own;
  const differences = await database.$queryRaw`
    select e.decision_id from ledger_entry e join posting p on p.entry_id = e.id
      join ledger_account a on a.id = p.account_id and a.kind = 'committed'
      left join (select decision_id, sum(amount_cents) as days from decision_day group by 1) d on d.decision_id = e.decision_id
    group by e.decision_id, d.days having sum(p.amount_cents) is distinct from d.days`;
  expect(differences).toEqual([]);
  await expect(database.$executeRaw`update decision_day set amount_cents = 0`).rejects.toThrow(/ledger_day_derived/);
  await expect(database.$executeRaw`delete from decision_day`).rejects.toThrow(/ledger_day_derived/);
});
