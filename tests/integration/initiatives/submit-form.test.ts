import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { demoEmail } from '#app/modules/people/demo-account.ts';
import * as check from '#app/routes/initiatieven.concept.$id.controleren-en-indienen/route.tsx';
import * as demo from '#app/routes/demo._index.tsx';
import { makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { Browser } from '../people/visiting.ts';
import { completePlan, makeDistrict, signedIn, typedDraft } from './plan.ts';

const own = useTestDatabase();

test('a second press on the last button comes to the plan, and another window hears that something changed', async () => {
  const { alliantieId } = await makeDistrict(own.database);
  const personId = await makePerson(own.database, { email: demoEmail('bewoner') });
  const browser = new Browser(own.database, 'demo');
  await browser.post(demo.action, '/demo', { account: 'bewoner' });
  const context = await signedIn(own.database);
  const { id, revision } = await typedDraft(
    { ...context, actor: { ...context.actor, person: { ...context.actor.person, id: personId } } },
    completePlan('Tweemaal gedrukt'),
  );
  const form = {
    formKey: randomUUID(),
    revision: String(revision),
    bodyId: alliantieId,
    position: 'none',
    agree: 'on',
  };
  const press = async (fields: Record<string, string>) =>
    browser.post(check.action, `/initiatieven/concept/${id}/controleren-en-indienen`, fields, { id });

  for (let times = 0; times < 2; times += 1)
    expect(await press(form)).toMatchObject({ status: 303, location: '/initiatieven/tweemaal-gedrukt' });
  expect(await press({ ...form, formKey: randomUUID() })).toMatchObject({ status: 409 });
  expect(await own.database.initiativeVersion.count({ where: { initiativeId: id } })).toBe(1);
});
