import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { giveBudget } from '#app/modules/budgets/commands/give-budget.server.ts';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { dryRun, examplePlan } from '#app/modules/budgets/queries/plan-import.query.server.ts';
import { planLines } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { type Database } from '#app/platform/database.server.ts';
import { makeFund, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { approve, makePlanScene, propose, proposed, type PlanScene } from './plan-scene.ts';

const own = useTestDatabase();
const headers = 'jaar;team;actielijn;bron;label;bedrag;omschrijving';
const plan = (...rows: string[]) => [headers, ...rows].join('\n');
const check = async (text: string) => dryRun(own.database, new TextEncoder().encode(text));

async function budgets(database: Database, scene: PlanScene) {
  const lines = await planLines(database, { sourceSlug: scene.source });
  return lines.map(({ label, year, budget }) => [label, year, budget]);
}

async function traces(database: Database) {
  return Promise.all([
    database.fund.count(),
    database.ledgerEntry.count(),
    database.budgetChange.count(),
    database.ledgerAccount.count(),
  ]);
}

describe('a plan from a spreadsheet', () => {
  test('is judged, proposed, and carried out by a second person, with a number per line', async () => {
    const { database } = own;
    const scene = await makePlanScene(database, { pledged: 1000_00, bps: 1000 });
    const text = plan(
      `2026;${scene.team};;${scene.source};Jeugd;€ 600,50;eerste`,
      `2027;${scene.team};;${scene.source};;450,00;`,
    );
    const before = await traces(database);
    const outlook = await check(text);
    expect(outlook.mistakes).toEqual([]);
    expect(outlook.steps).toMatchObject([
      { row: 2, kind: 'new', label: 'Jeugd', before: 0, amount: 600_50, more: 600_50 },
      { row: 3, kind: 'new', label: '', amount: 450_00 },
    ]);
    expect(outlook.sources).toMatchObject([
      { plannedBefore: 0, plannedAfter: 1050_50, overprogramming: 50_50, roomAfter: 49_50 },
    ]);
    const id = await proposed(database, scene, text);
    expect(await traces(database)).toEqual(before);
    expect(await approve(database, scene, id)).toEqual({ ok: true, value: 2 });
    expect(await budgets(database, scene)).toEqual([
      ['', 2027, 450_00],
      ['Jeugd', 2026, 600_50],
    ]);
    const changes = await database.budgetChange.findMany({ where: { proposerId: scene.managerId } });
    expect(changes.map(({ kind, amountCents }) => [kind, Number(amountCents)]).sort()).toEqual([
      ['budget', 450_00],
      ['budget', 600_50],
      ['overprogramming', 50_50],
    ]);
    expect(changes.every(({ approverId, number }) => approverId === scene.holderId && number !== null)).toBe(true);
    // a second file raises one line and opens another
    const next = await proposed(
      database,
      scene,
      plan(`2026;${scene.team};;${scene.source};jeugd;620,50;`, `2027;${scene.team};;${scene.source};;450;`),
    );
    expect(await approve(database, scene, next)).toEqual({ ok: true, value: 1 });
    expect(await budgets(database, scene)).toEqual([
      ['', 2027, 450_00],
      ['Jeugd', 2026, 620_50],
    ]);
  });

  test.each([
    ['commas and machine headers', 'year,body,action_line,source,label,amount,description', ','],
    ['tabs, in another order', 'jaar\tteam\tactielijn\tbron\tlabel\tbedrag\tomschrijving', '\t'],
    ['a mark of Excel and line ends of Windows', `\uFEFF${headers}`, ';'],
  ])('is read with %s', async (_what, first, delimiter) => {
    const scene = await makePlanScene(own.database);
    const row = ['2026', scene.team, '', scene.source, 'Jeugd', '"1.000,00"', ''].join(delimiter);
    const { steps, mistakes } = await check(`${first}\r\n${row}\r\n\r\n`);
    expect(mistakes).toEqual([]);
    expect(steps).toMatchObject([{ row: 2, amount: 1000_00 }]);
  });

  test('the example that people download has no mistake', async () => {
    await makePlanScene(own.database, { pledged: 1_000_000_00, until: '2040-12-31' });
    const outlook = await check(await examplePlan(own.database));
    expect(outlook.mistakes).toEqual([]);
    expect(outlook.steps.length).toBeGreaterThan(0);
  });
});

describe('every mistake is said, by row and column', () => {
  test.each([
    ['no year', ['', 'T', '', 'S', '', '5', ''], 'year', 'year-missing'],
    ['no real year', ['26', 'T', '', 'S', '', '5', ''], 'year', 'year-invalid'],
    ['a year before the source', ['2025', 'T', '', 'S', '', '5', ''], 'year', 'year-outside-source'],
    ['no team', ['2026', '', '', 'S', '', '5', ''], 'team', 'team-missing'],
    ['an unknown team', ['2026', 'bestaat-niet', '', 'S', '', '5', ''], 'team', 'team-unknown'],
    ['an unknown actielijn', ['2026', 'T', 'x', 'S', '', '5', ''], 'actielijn', 'actielijn-unknown'],
    ['no source', ['2026', 'T', '', '', '', '5', ''], 'source', 'source-missing'],
    ['an unknown source', ['2026', 'T', '', 'x', '', '5', ''], 'source', 'source-unknown'],
    ['a long label', ['2026', 'T', '', 'S', 'x'.repeat(121), '5', ''], 'label', 'label-too-long'],
    ['a long text', ['2026', 'T', '', 'S', '', '5', 'x'.repeat(501)], 'description', 'description-too-long'],
    ['no amount', ['2026', 'T', '', 'S', '', '', ''], 'amount', 'amount-missing'],
    ['words for an amount', ['2026', 'T', '', 'S', '', 'veel', ''], 'amount', 'amount-notation'],
    ['English notation', ['2026', 'T', '', 'S', '', '1,234.56', ''], 'amount', 'amount-notation'],
    ['less than nothing', ['2026', 'T', '', 'S', '', '-5', ''], 'amount', 'amount-negative'],
    ['nothing', ['2026', 'T', '', 'S', '', '0', ''], 'amount', 'amount-zero'],
    ['too much', ['2026', 'T', '', 'S', '', '999999999999', ''], 'amount', 'amount-huge'],
    ['other money', ['2026', 'T', '', 'S', '', '$ 5', ''], 'amount', 'amount-currency'],
    ['parts of a cent', ['2026', 'T', '', 'S', '', '5,005', ''], 'amount', 'amount-rounding'],
    ['more than there is', ['2026', 'T', '', 'S', '', '1100,01', ''], 'amount', 'source-exceeded'],
    ['a cell too many', ['2026', 'T', '', 'S', '', '5', '', 'x'], null, 'cells-too-many'],
  ])('%s', async (_what, cells, column, code) => {
    const scene = await makePlanScene(own.database, { bps: 1000 });
    const row = cells.map((cell) => (cell === 'T' ? scene.team : cell === 'S' ? scene.source : cell)).join(';');
    const good = `2026;${scene.team};;${scene.source};Goed;1;`;
    // one euro goes to the good row, so the other row alone is what is over
    const { mistakes } = await check(plan(good, row.replace('1100,01', '1099,01')));
    expect(mistakes).toMatchObject([{ row: 3, column, code }]);
    expect(await propose(own.database, scene, plan(good, row.replace('1100,01', '1099,01')))).toMatchObject({
      reason: 'import-has-mistakes',
    });
  });

  test.each([
    ['an empty file', '', 0, 'file-empty'],
    ['headers without rows', headers, 0, 'no-rows'],
    ['a column that is missing', 'jaar;team;bron\n2026;x;y', 1, 'column-missing'],
    ['a column that nobody knows', `${headers};kleur\n2026;x;;y;;5;;rood`, 1, 'column-unknown'],
    ['a column twice', `${headers};jaar\n2026;x;;y;;5;;2026`, 1, 'column-double'],
    ['quotes that do not end', `${headers}\n2026;"x;;y;;5;`, 2, 'quotes-broken'],
    ['a zero byte', `${headers}\n2026;\u0000`, 0, 'file-not-text'],
    ['far too many rows', `${headers}\n${'2026;x;;y;;5;\n'.repeat(301)}`, 0, 'too-many-rows'],
    ['a file as large as a book', 'x'.repeat(262_145), 0, 'file-too-large'],
  ])('%s', async (_what, text, row, code) => {
    expect((await check(text)).mistakes).toMatchObject([{ row, code }]);
  });

  test('bytes that are no UTF-8', async () => {
    const { mistakes } = await dryRun(own.database, new Uint8Array([0xff, 0xfe, 0x41]));
    expect(mistakes).toMatchObject([{ row: 0, code: 'file-not-text' }]);
  });

  test('all at once, and about what is there already', async () => {
    const { database } = own;
    const scene = await makePlanScene(database);
    const hours = await makePlanScene(database);
    const elsewhere = newId();
    await database.actielijn.create({
      data: {
        id: elsewhere,
        slug: `elders-${scene.team}`,
        title: 'Elders',
        goal: '',
        stateNote: '',
        stage: 'running',
        bodyId: hours.teamId,
      },
    });
    const first = await makeFund(database, {
      bodyId: scene.teamId,
      moneySourceId: scene.sourceId,
      amountCents: null,
      year: 2027,
    });
    await database.$transaction((tx) =>
      giveBudget(tx, {
        toFundId: first,
        amount: cents(100_00),
        reason: 'x',
        occurredOn: calendarDate('2026-11-20'),
        proposerId: scene.managerId,
        approverId: scene.holderId,
        at: testNow,
      }),
    );
    const twice = { bodyId: scene.teamId, moneySourceId: scene.sourceId, amountCents: null, year: 2028 };
    await makeFund(database, twice);
    await makeFund(database, twice);
    const line = (year: number, label: string, amount: string) =>
      `${String(year)};${scene.team};;${scene.source};${label};${amount};`;
    const { mistakes } = await check(
      plan(
        line(2026, 'A', '10'),
        line(2026, 'a', '10'),
        line(2027, '', '99,99'),
        line(2028, '', '10'),
        `2026;${scene.team};elders-${scene.team};${scene.source};;10;`,
        ';;;;;;',
        'x;x;x;x;;x;',
      ),
    );
    expect(mistakes.map(({ row, code }) => [row, code])).toEqual([
      [3, 'line-double'],
      [4, 'lower-than-now'],
      [5, 'line-ambiguous'],
      [6, 'actielijn-of-another-team'],
      [8, 'year-invalid'],
      [8, 'team-unknown'],
      [8, 'source-unknown'],
      [8, 'actielijn-unknown'],
      [8, 'amount-notation'],
    ]);
  });
});
