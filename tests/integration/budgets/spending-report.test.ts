import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addCents, cents, noMoney } from '#app/kernel/money.ts';
import { giveBudget } from '#app/modules/budgets/commands/give-budget.server.ts';
import { sendReport } from '#app/modules/budgets/commands/send-report.server.ts';
import { changeReport, startReport } from '#app/modules/budgets/commands/start-report.server.ts';
import { writeForecasts, type ForecastLine } from '#app/modules/budgets/commands/write-forecasts.server.ts';
import { planLines } from '#app/modules/budgets/queries/plan-lines.query.server.ts';
import { draftReportView, sentReport } from '#app/modules/budgets/queries/spending-report.query.server.ts';
import { reportCsv } from '#app/modules/budgets/report-csv.server.ts';
import { totalsOf } from '#app/modules/budgets/spending-report.ts';
import { makeFund, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { holding, makePlanScene, type PlanScene } from './plan-scene.ts';

const own = useTestDatabase();
const until = calendarDate('2026-10-31');
// every test takes a year of its own, so that their reports do not meet
let year = 2002;

async function aReport() {
  const { database } = own;
  year += 1;
  const scene = await makePlanScene(database, { from: `${String(year)}-01-01`, pledged: 9000_00 });
  const fundId = await makeFund(database, {
    bodyId: scene.teamId,
    moneySourceId: scene.sourceId,
    amountCents: null,
    year,
  });
  await give(scene, fundId, 1000_50, '2026-10-31');
  const office = holding(database, scene.managerId, 'programme_manager');
  const started = await startReport({ year, until, intro: '', formKey: newId() }, office);
  if (!started.ok) throw new Error(started.reason);
  const { slug } = await database.fund.findUniqueOrThrow({ where: { id: fundId } });
  return { scene, fundId, slug, reportId: started.value, office, year };
}

async function give(scene: PlanScene, toFundId: string, amount: number, day: string) {
  const persons = { proposerId: scene.managerId, approverId: scene.holderId, at: testNow };
  await own.database.$transaction((tx) =>
    giveBudget(tx, { toFundId, amount: cents(amount), reason: 'x', occurredOn: calendarDate(day), ...persons }),
  );
}

const holder = (scene: PlanScene) =>
  holding(own.database, scene.holderId, 'budget_holder', { id: scene.teamId, slug: scene.team });

const write = async (scene: PlanScene, reportId: string, line: Partial<ForecastLine> & { slug: string }) =>
  writeForecasts(
    {
      reportId,
      bodySlug: scene.team,
      lines: [{ revision: 0, forecast: cents(1000_50), explanation: '', ...line }],
    },
    holder(scene),
  );

const seen = async (reportId: string, office: ReturnType<typeof holding>) =>
  (await draftReportView(own.database, office.actor, reportId))?.seen ?? '';

test('what is sent are the numbers of that day, and stays so; what is put right later stands beside it', async () => {
  const { database } = own;
  const { scene, fundId, slug, reportId, office, year: ofYear } = await aReport();
  await give(scene, fundId, 50_00, '2026-11-01');
  expect(await write(scene, reportId, { slug, forecast: cents(900_25), explanation: '=Later klaar' })).toMatchObject({
    ok: true,
  });
  const sent = await sendReport({ reportId, seen: await seen(reportId, office) }, office);
  expect(sent).toEqual({ ok: true, value: `U${String(ofYear)}-01` });
  const number = sent.ok ? sent.value : '';
  const view = await sentReport(database, number);
  if (view === null) throw new Error('no report');
  const lines = await planLines(database, { year: ofYear, until });
  expect(totalsOf(view.report.lines)).toEqual({
    planned: addCents(noMoney, ...lines.map(({ budget }) => budget)),
    committed: noMoney,
    paid: noMoney,
    forecast: 900_25,
    deviation: -100_25,
  });
  expect(view).toMatchObject({ receiptMatches: true, changedSince: [] });

  await give(scene, fundId, 10_00, '2026-10-30');
  const later = await sentReport(database, number);
  expect(later?.report).toEqual(view.report);
  expect(later?.receipt).toBe(view.receipt);
  expect(later?.changedSince).toMatchObject([{ slug, planned: 1010_50 }]);

  await expect(database.spendingReport.update({ where: { id: reportId }, data: { intro: 'x' } })).rejects.toThrow(
    'spending_report_sent',
  );
  await expect(database.spendingReportLine.deleteMany({ where: { reportId } })).rejects.toThrow('spending_report_sent');
  expect(await write(scene, reportId, { slug, revision: 1 })).toMatchObject({ reason: 'already-sent' });
  expect(await sendReport({ reportId, seen: '' }, office)).toMatchObject({ reason: 'already-sent' });

  // the spreadsheet: sums to the cent, and nothing that a spreadsheet would run
  const dutch = parse(reportCsv(view.report, 'dutch'), { bom: true, delimiter: ';', columns: true });
  expect(dutch).toMatchObject([
    { gepland: '1000,50', verwacht: '900,25', afwijking: '-100,25', uitleg: "'=Later klaar" },
  ]);
  const machine = parse(reportCsv(view.report, 'machine'), { columns: true });
  expect(machine).toMatchObject([{ line: slug, planned: '1000.50', deviation: '-100.25', is_example: 'true' }]);
});

test('a forecast that differs from the plan needs its explanation, also when the plan changes afterwards', async () => {
  const { scene, fundId, slug, reportId, office } = await aReport();
  expect(await write(scene, reportId, { slug, forecast: cents(1) })).toMatchObject({ reason: 'explanation-missing' });
  expect(await write(scene, reportId, { slug, forecast: cents(-1), explanation: 'x' })).toMatchObject({
    reason: 'forecast-negative',
  });
  expect(await write(scene, reportId, { slug, explanation: 'x'.repeat(2001) })).toMatchObject({
    reason: 'explanation-too-long',
  });
  expect(await write(scene, reportId, { slug })).toMatchObject({ ok: true });
  await give(scene, fundId, 1, '2026-10-01');
  expect(await sendReport({ reportId, seen: await seen(reportId, office) }, office)).toMatchObject({
    reason: 'explanation-missing',
  });
});

test('the second of two people hears that something changed', async () => {
  const { scene, slug, reportId, office } = await aReport();
  const before = await seen(reportId, office);
  const both = await Promise.all([
    write(scene, reportId, { slug, explanation: 'een' }),
    write(scene, reportId, { slug, explanation: 'twee' }),
  ]);
  expect(both.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['changed-meanwhile', 'ok']);
  expect(await sendReport({ reportId, seen: before }, office)).toMatchObject({ reason: 'changed-meanwhile' });
  const change = (intro: string) => changeReport({ reportId, revision: 1, until, intro }, office);
  const changes = await Promise.all([change('a'), change('b')]);
  expect(changes.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['changed-meanwhile', 'ok']);
  const now = await seen(reportId, office);
  const sends = await Promise.all([
    sendReport({ reportId, seen: now }, office),
    sendReport({ reportId, seen: now }, office),
  ]);
  expect(sends.map((one) => (one.ok ? 'ok' : one.reason)).sort()).toEqual(['already-sent', 'ok']);
});

test('each does their own part: nobody else starts, sends or foresees', async () => {
  const { database } = own;
  const { scene, slug, reportId, office, year: ofYear } = await aReport();
  const order = { reportId, bodySlug: scene.team, lines: [{ slug, revision: 0, forecast: null, explanation: 'x' }] };
  const team = { id: scene.teamId, slug: scene.team };
  const elsewhere = await makePlanScene(database);
  for (const [role, body] of [
    ['programme_manager', team],
    ['controlegroep', undefined],
    [null, undefined],
    ['budget_holder', { id: elsewhere.teamId, slug: elsewhere.team }],
  ] as const) {
    const context = holding(database, scene.otherHolderId, role, body);
    expect(await writeForecasts(order, context)).toMatchObject({ reason: 'role-needed' });
    expect(await sendReport({ reportId, seen: '' }, context)).toMatchObject({ reason: 'role-needed' });
    expect(await startReport({ year: ofYear, until, intro: '', formKey: newId() }, context)).toMatchObject({
      reason: 'role-needed',
    });
  }
  const theirs = holding(database, elsewhere.holderId, 'budget_holder', { id: elsewhere.teamId, slug: elsewhere.team });
  expect(await writeForecasts({ ...order, bodySlug: elsewhere.team }, theirs)).toMatchObject({
    reason: 'fund-unknown',
  });
  for (const forged of ['x', newId()]) {
    expect(await sendReport({ reportId: forged, seen: '' }, office)).toMatchObject({ reason: 'report-unknown' });
    expect(await writeForecasts({ ...order, reportId: forged }, holder(scene))).toMatchObject({
      reason: 'report-unknown',
    });
  }
});

test('a report begins once, about a year with a plan and a day that was', async () => {
  const { reportId, office, year: ofYear } = await aReport();
  const start = (given: { year?: number; until?: string; formKey?: string; intro?: string }) =>
    startReport(
      {
        year: given.year ?? ofYear,
        until: calendarDate(given.until ?? until),
        intro: given.intro ?? '',
        formKey: given.formKey ?? newId(),
      },
      office,
    );
  expect(await start({ formKey: reportId })).toEqual({ ok: true, value: reportId });
  expect(await start({})).toMatchObject({ reason: 'draft-there' });
  expect(await start({ year: 2099 })).toMatchObject({ reason: 'year-without-lines' });
  expect(await start({ until: '2026-11-22' })).toMatchObject({ reason: 'in-the-future' });
  expect(await start({ until: `${String(ofYear - 2)}-12-31` })).toMatchObject({ reason: 'long-before-year' });
  const change = async (day: string) =>
    changeReport({ reportId, revision: 1, until: calendarDate(day), intro: '' }, office);
  expect(await change('1999-01-01')).toMatchObject({ reason: 'long-before-year' });
  expect(await change(`${String(ofYear - 1)}-01-01`)).toMatchObject({ ok: true });
  expect(await start({ intro: 'x'.repeat(4001) })).toMatchObject({ reason: 'intro-too-long' });
  expect(await start({ formKey: 'x' })).toMatchObject({ reason: 'form-key-invalid' });
  for (const number of ['U2026-99', 'x', 'U2026-1', '']) expect(await sentReport(own.database, number)).toBeNull();
});
