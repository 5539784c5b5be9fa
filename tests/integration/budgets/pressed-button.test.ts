import { expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { demoEmail } from '#app/modules/people/demo-account.ts';
import * as change from '#app/routes/budgetbeheer.$id.tsx';
import * as demo from '#app/routes/demo._index.tsx';
import { makeFund, makeMembership } from '#tests/factories/index.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { holding, makePlanScene } from './plan-scene.ts';

const own = useTestDatabase();

test('a change is approved by the button that says so, and by no form that leaves the button out', async () => {
  const { database } = own;
  const { teamId: bodyId, sourceId: moneySourceId, managerId, holderId, officeId } = await makePlanScene(database);
  const fundId = await makeFund(database, { bodyId, moneySourceId, amountCents: 500_00, year: 2026 });
  await makeMembership(database, { personId: holderId, bodyId: officeId, role: 'budget_holder' });
  await database.person.update({ where: { id: holderId }, data: { email: demoEmail('budgethouder') } });
  const proposed = await proposeChange(
    {
      formKey: newId(),
      change: {
        kind: 'return',
        fromFundId: fundId,
        amount: cents(12_50),
        reason: 'Niet nodig',
        occurredOn: calendarDate('2026-11-21'),
      },
    },
    holding(database, managerId, 'programme_manager'),
  );
  if (!proposed.ok) throw new Error(proposed.reason);
  const id = proposed.value;
  const browser = new Browser(database, 'demo');
  await browser.post(demo.action, '/demo', { account: 'budgethouder' });
  const press = async (fields: Record<string, string>) =>
    (await browser.post(change.action, `/budgetbeheer/${id}`, fields, { id })).status;

  const unsaid: Record<string, string>[] = [{}, { intent: '' }, { intent: 'approved' }, { intent: 'constructor' }];
  for (const fields of unsaid) expect(await press(fields)).toBe(400);
  expect(await database.budgetChange.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'proposed' });
  expect(await press({ intent: 'approve' })).toBe(303);
  expect(await database.budgetChange.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'approved' });
});
