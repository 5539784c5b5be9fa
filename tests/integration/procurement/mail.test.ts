import { expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { procurementMailHandlers } from '#app/modules/procurement/mails/mail-procurement-warning.server.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import {
  makeBody,
  makeInitiative,
  makeMembership,
  makeOrganisation,
  makePerson,
  testNow,
} from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { confirmed, kindOf, makeScene, prepared, type Scene } from '../decisions/scene.ts';

const own = useTestDatabase();

/** Does what the worker would, until none is left. */
async function work(): Promise<Mail[]> {
  const sent: Mail[] = [];
  const mailer = { send: async (mail: Mail) => Promise.resolve(void sent.push(mail)) };
  const { database } = own;
  for (const { name, run } of procurementMailHandlers) {
    const jobs = await database.$queryRaw<{ key: string; payload: unknown }[]>`
      select j.key, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
        where j.task_identifier = ${name}`;
    for (const { key, payload } of jobs) {
      await run(payload, { database, mailer, publicUrl: 'https://x.example', secret: '', now: testNow, jobKey: key });
      await database.$executeRaw`select graphile_worker.remove_job(${key})`;
    }
  }
  return sent;
}

async function assign(scene: Scene, organisationId: string, amount: number): Promise<string> {
  const plan = { bodyId: scene.bodyId, stage: 'deciding', requestedCents: amount, organisationId } as const;
  return prepared(own.database, scene, await makeInitiative(own.database, plan), {
    instrument: 'assignment',
    serviceKindId: await kindOf(own.database),
    amount: cents(amount),
  });
}

test('budget holders and the controlegroep hear of what comes near a limit, once, before it is confirmed', async () => {
  const { database } = own;
  const scene = await makeScene(database, { fundCents: 900_000_00 });
  const office = await makeBody(database, { slug: programmeOffice, kind: 'programme' });
  const personId = await makePerson(database);
  await makeMembership(database, { personId, bodyId: office, role: 'controlegroep' });
  const party = await makeOrganisation(database, { name: 'Stichting Proef' });
  const small = await assign(scene, party, 100_000_00);
  expect(await work()).toEqual([]);
  await confirmed(database, scene, small);
  const near = await assign(scene, party, 80_000_00);
  const sent = await work();
  const addresses = await database.person.findMany({
    where: { id: { in: [personId, scene.people.budgetHolder, scene.people.otherBudgetHolder] } },
    select: { email: true },
  });
  expect(sent.map(({ to }) => to).sort()).toEqual(addresses.map(({ email }) => email).sort());
  expect(sent[0]?.text).toContain('Stichting Proef');
  expect(sent[0]?.text).toMatch(/180\.000,00/);
  expect(sent[0]?.text).toContain(`/besluitvorming/${near}`);
  expect(sent[0]?.text).toContain('nog niet ingevuld');
  expect(await work()).toEqual([]);
});
