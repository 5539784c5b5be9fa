import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { ruleOn } from '#app/modules/allowances/allowance-rule.ts';
import { allowanceRules, listedRules } from '#app/modules/allowances/queries/allowance-rules.query.server.ts';
import { demoEmail } from '#app/modules/people/demo-account.ts';
import * as rulesPage from '#app/routes/beheer.vergoedingen.tsx';
import * as demo from '#app/routes/demo._index.tsx';
import { makeBody, makeMembership, makePerson } from '#tests/factories/index.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const path = '/beheer/vergoedingen';

async function administrator(): Promise<Browser> {
  const { database } = own;
  if ((await database.person.count({ where: { email: demoEmail('beheerder') } })) === 0) {
    const personId = await makePerson(database, { email: demoEmail('beheerder') });
    const bodyId = await makeBody(database, { slug: 'programmabureau', kind: 'programme' });
    await makeMembership(database, { personId, bodyId, role: 'administrator' });
  }
  const browser = new Browser(database, 'demo');
  await browser.post(demo.action, '/demo', { account: 'beheerder' });
  return browser;
}

const typed = (changes: Record<string, string> = {}) => ({
  formKey: newId(),
  startsOn: '2027-01-01',
  month: '230',
  year: '2.300,00',
  hour: '5,90',
  hourYoung: '3,50',
  source: 'Belastingdienst 2027',
  ...changes,
});

describe('what the law allows', () => {
  test('is added by an administrator, once for a double post; of two for a day the last one counts and both stay', async () => {
    const browser = await administrator();
    const fields = typed();
    expect((await browser.post(rulesPage.action, path, fields)).status).toBe(303);
    expect((await browser.post(rulesPage.action, path, fields)).status).toBe(303);
    expect((await browser.post(rulesPage.action, path, typed({ month: '240', year: '2400' }))).status).toBe(303);
    const rules = await listedRules(own.database);
    expect(
      rules
        .slice(0, 3)
        .map(({ startsOn, month, isReplaced, addedOn }) => [startsOn, month, isReplaced, addedOn !== null]),
    ).toEqual([
      ['2027-01-01', 240_00, false, true],
      ['2027-01-01', 230_00, true, true],
      ['2026-01-01', 220_00, false, false],
    ]);
    expect(ruleOn(await allowanceRules(own.database), calendarDate('2027-05-05'))?.month).toBe(240_00);
    expect(ruleOn(await allowanceRules(own.database), calendarDate('2026-12-31'))?.month).toBe(220_00);
  });

  test.each([
    [{ startsOn: '2027-01-02' }, { startsOn: ['coordination:mistake.startsOn'] }],
    [{ startsOn: '' }, { startsOn: ['coordination:mistake.startsOn'] }],
    [{ month: 'veel' }, { month: ['coordination:mistake.ruleAmount'] }],
    [{ hourYoung: '0' }, { hourYoung: ['coordination:mistake.ruleAmount'] }],
    [{ year: '229,99' }, { '': ['coordination:refusal.rule-amounts'] }],
    [{ source: 'x' }, { source: ['coordination:mistake.source'] }],
    [{ formKey: 'x' }, { formKey: ['coordination:mistake.form'] }],
  ])('is not taken with %j', async (changes, error) => {
    const answer = await (await administrator()).post(rulesPage.action, path, typed(changes));
    expect(answer.status).toBe(422);
    expect((answer.data as { error: unknown }).error).toEqual(error);
  });
});
