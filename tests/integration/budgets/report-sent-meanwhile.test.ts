import { expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { sendReport } from '#app/modules/budgets/commands/send-report.server.ts';
import { startReport } from '#app/modules/budgets/commands/start-report.server.ts';
import { draftReportView } from '#app/modules/budgets/queries/spending-report.query.server.ts';
import { demoEmail } from '#app/modules/people/demo-account.ts';
import * as forecasts from '#app/routes/budgetbeheer.uitputting.$id.$body.tsx';
import * as draft from '#app/routes/budgetbeheer.uitputting.$id._index.tsx';
import * as demo from '#app/routes/demo._index.tsx';
import { makeFund, makeMembership } from '#tests/factories/index.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { holding, makePlanScene } from './plan-scene.ts';

const own = useTestDatabase();

test('a forecast that is typed while its report is sent comes back, and the page says where the report is now', async () => {
  const { database } = own;
  const scene = await makePlanScene(database);
  const { teamId: bodyId, team: bodySlug } = scene;
  const fundId = await makeFund(database, { bodyId, moneySourceId: scene.sourceId, amountCents: null, year: 2026 });
  const { slug } = await database.fund.findUniqueOrThrow({ where: { id: fundId } });
  await makeMembership(database, { personId: scene.holderId, bodyId, role: 'budget_holder' });
  await database.person.update({ where: { id: scene.holderId }, data: { email: demoEmail('budgethouder') } });
  const browser = new Browser(database, 'demo');
  await browser.post(demo.action, '/demo', { account: 'budgethouder' });

  const office = holding(database, scene.managerId, 'programme_manager');
  const started = await startReport(
    { year: 2026, until: calendarDate('2026-10-31'), intro: '', formKey: newId() },
    office,
  );
  if (!started.ok) throw new Error(started.reason);
  const id = started.value;
  const address = `/budgetbeheer/uitputting/${id}/${bodySlug}`;
  const open = async () => browser.get(forecasts.loader, address, { id, body: bodySlug });
  const type = async (revision: number, forecast: string, explanation: string) =>
    browser.post(
      forecasts.action,
      address,
      {
        'lines[0].slug': slug,
        'lines[0].revision': String(revision),
        'lines[0].forecast': forecast,
        'lines[0].explanation': explanation,
      },
      { id, body: bodySlug },
    );
  expect(await open()).toMatchObject({ status: 200, data: { sentAs: null, lines: [{ slug }] } });
  expect(await type(0, '0', '')).toMatchObject({ status: 303, location: `/budgetbeheer/uitputting/${id}` });

  const { seen = '' } = (await draftReportView(database, office.actor, id)) ?? {};
  expect(await sendReport({ reportId: id, seen }, office)).toEqual({ ok: true, value: 'U2026-01' });
  expect(await type(1, '12,34', 'Er komt nog een rekening.')).toMatchObject({
    status: 409,
    data: { initialValue: { lines: [{ forecast: '12,34', explanation: 'Er komt nog een rekening.' }] } },
  });
  expect(await open()).toMatchObject({ status: 200, data: { sentAs: 'U2026-01' } });
  expect(await browser.get(draft.loader, `/budgetbeheer/uitputting/${id}`, { id })).toMatchObject({
    data: { sentAs: 'U2026-01' },
  });
});

test('a report that cannot be sent says why, and leaves the form of its day and introduction as it is', async () => {
  const { database } = own;
  const { managerId, officeId, teamId: bodyId, sourceId: moneySourceId } = await makePlanScene(database);
  await makeFund(database, { bodyId, moneySourceId, amountCents: null, year: 2027 });
  await makeMembership(database, { personId: managerId, bodyId: officeId, role: 'programme_manager' });
  await database.person.update({ where: { id: managerId }, data: { email: demoEmail('programmabureau') } });
  const browser = new Browser(database, 'demo');
  await browser.post(demo.action, '/demo', { account: 'programmabureau' });
  const id = newId();
  const header = { year: 2027, until: calendarDate('2026-10-31'), intro: 'Bijna klaar', formKey: id };
  expect(await startReport(header, holding(database, managerId, 'programme_manager'))).toMatchObject({ ok: true });

  const post = async (fields: Record<string, string>) =>
    browser.post(draft.action, `/budgetbeheer/uitputting/${id}`, fields, { id });
  const refused = await post({ intent: 'send', seen: '0'.repeat(64) });
  expect(refused).toMatchObject({ status: 409, data: { notSent: expect.stringContaining('veranderd') as string } });
  // what comes back to a form takes the place of what was kept in it
  expect(refused.data).toMatchObject({ reply: undefined });
  expect((await post({ intent: 'send' })).status).toBe(400);
  expect(await post({ intent: 'change', revision: '1', until: '2026-02-30', intro: 'Anders' })).toMatchObject({
    status: 422,
    data: { notSent: null, reply: { initialValue: { until: '2026-02-30', intro: 'Anders' } } },
  });
});
