import { expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { assignmentMailHandlers } from '#app/modules/decisions/mails/mail-assignment-given.server.ts';
import { decisionMailHandlers } from '#app/modules/decisions/mails/mail-proposal-waiting.server.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import type { JobHandler } from '#app/platform/jobs.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { makeBody, makeMembership, makeOrganisation, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { preparedAssignment } from './assignment-scene.ts';
import { confirmed, makeScene } from './scene.ts';

const own = useTestDatabase();

/** Does what the worker would with the jobs of these kinds about a decision. */
async function work(decisionId: string, handlers: readonly JobHandler[]): Promise<Mail[]> {
  const sent: Mail[] = [];
  const mailer = {
    send: async (mail: Mail) => {
      sent.push(mail);
      return Promise.resolve();
    },
  };
  for (const { name, run } of handlers) {
    const jobs = await own.database.$queryRaw<{ key: string; payload: { decisionId: string } }[]>`
      select j.key, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
        where j.task_identifier = ${name}`;
    for (const { key, payload } of jobs.filter((job) => job.payload.decisionId === decisionId)) {
      const { database } = own;
      await run(payload, { database, mailer, publicUrl: 'https://x.example', secret: '', now: testNow, jobKey: key });
      await database.$executeRaw`select graphile_worker.remove_job(${key})`;
    }
  }
  return sent;
}

test('who may confirm is told of an assignment without a plan, but not who belongs to the organisation', async () => {
  const { database } = own;
  const scene = await makeScene(database);
  const organisationId = await makeOrganisation(database, { members: [scene.people.otherBudgetHolder] });
  const sent = await work(await preparedAssignment(database, scene, organisationId), decisionMailHandlers);
  const { email } = await database.person.findUniqueOrThrow({ where: { id: scene.people.budgetHolder } });
  expect(sent.map(({ to }) => to)).toEqual([email]);
});

test('where all who may confirm stayed out at the table, the programme office is told', async () => {
  const { database } = own;
  const scene = await makeScene(database);
  const office = await makeBody(database, { slug: programmeOffice, kind: 'programme' });
  const officer = await makePerson(database, { email: 'bureau@wijkbeurs.example' });
  await makeMembership(database, { personId: officer, bodyId: office, role: 'budget_holder' });
  const { chair, member, budgetHolder, otherBudgetHolder } = scene.people;
  const decisionId = await preparedAssignment(database, scene, await makeOrganisation(database), {
    attendance: [
      ...[chair, member].map((personId) => ({ personId, part: 'took-part' as const, vote: null, interest: null })),
      ...[budgetHolder, otherBudgetHolder].map((personId) => ({
        personId,
        part: 'recused' as const,
        vote: null,
        interest: 'family' as const,
      })),
    ],
  });
  const sent = await work(decisionId, decisionMailHandlers);
  expect(sent.map(({ to }) => to)).toEqual(['bureau@wijkbeurs.example']);
});

test('members of today who want mails are told what is asked of them, once it is published', async () => {
  const { database } = own;
  const scene = await makeScene(database);
  const [member, silent, left] = [
    await makePerson(database, { email: 'lid@wijkbeurs.example' }),
    await makePerson(database),
    await makePerson(database),
  ];
  await database.person.update({ where: { id: silent }, data: { mailOnSteps: false } });
  const organisationId = await makeOrganisation(database, { members: [member, silent] });
  await database.organisationMember.create({
    data: {
      id: newId(),
      organisationId,
      personId: left,
      beginsOn: new Date('2026-01-01'),
      endsOn: new Date('2026-11-20'),
    },
  });
  const decisionId = await preparedAssignment(database, scene, organisationId);
  expect(await work(decisionId, assignmentMailHandlers)).toEqual([]);
  const number = await confirmed(database, scene, decisionId);
  const sent = await work(decisionId, assignmentMailHandlers);
  expect(sent.map(({ to }) => to)).toEqual(['lid@wijkbeurs.example']);
  expect(sent[0]?.subject).toBe('Jullie hebben een opdracht: Tien gesprekken in de buurt');
  for (const words of [
    '€ 2.500,00',
    'met een verslag van elk',
    '1 december 2026',
    `https://x.example/besluiten/${number}`,
  ])
    expect(sent[0]?.text.replaceAll('\u00A0', ' ')).toContain(words);
});
