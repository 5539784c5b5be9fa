import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calendarDate, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { answerQuestion } from '#app/modules/initiatives/commands/answer-question.server.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { askQuestion } from '#app/modules/loket/commands/ask-question.server.ts';
import type { LoketContext } from '#app/modules/loket/commands/initiative-at-loket.server.ts';
import { referInitiative } from '#app/modules/loket/commands/refer-initiative.server.ts';
import { stepMailHandlers } from '#app/modules/loket/mails/mail-step.server.ts';
import { lateStepHandlers } from '#app/modules/loket/mails/remind-late-steps.server.ts';
import type { JobHandler } from '#app/platform/jobs.server.ts';
import { openMailer } from '#app/platform/mail.server.ts';
import {
  makeBody,
  makeInitiative,
  makeMembership,
  makeOrganisation,
  makePerson,
  testNow,
} from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { contextOf, order, signedInAs } from './desk.ts';

const own = useTestDatabase();
const publicUrl = 'https://wijkbeurs.example';
const handlers: readonly JobHandler[] = [...stepMailHandlers, ...lateStepHandlers];

let teamId: string;
let otherTeamId: string;
let officeId: string;
let desk: LoketContext;

beforeAll(async () => {
  officeId = await makeBody(own.database, { kind: 'programme', slug: 'programmabureau' });
  teamId = await makeBody(own.database);
  otherTeamId = await makeBody(own.database);
  desk = await signedInAs(own.database, 'loket', teamId);
  await signedInAs(own.database, 'loket', officeId);
});

beforeEach(async () => {
  await own.database.demoMail.deleteMany();
  await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
});

type Queued = { name: string; key: string; payload: unknown };

/** What waits in the queue, oldest first; suggestions, which look at every changed plan, are no mail. */
const queued = async () => own.database.$queryRaw<Queued[]>`
  select t.identifier as name, j.key, j.payload from graphile_worker._private_jobs j
    join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier <> 'match-portfolios' order by j.id`;

async function run(job: Queued, now = testNow): Promise<void> {
  const mailer = openMailer({ smtpUrl: null, mailFrom: 'Wijkbeurs <x@wijkbeurs.example>', publicUrl }, own.database);
  const handler = handlers.find(({ name }) => name === job.name);
  await handler?.run(job.payload, {
    database: own.database,
    mailer,
    publicUrl,
    secret: 's'.repeat(32),
    now,
    jobKey: job.key,
  });
}

/** Does all work that waits, and the work that comes of it. */
async function workOff(now = testNow): Promise<void> {
  for (let jobs = await queued(); jobs.length > 0; jobs = await queued()) {
    await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
    for (const job of jobs) await run(job, now);
  }
}

const sent = async () =>
  own.database.demoMail.findMany({
    orderBy: { toAddress: 'asc' },
    select: { toAddress: true, subject: true, text: true },
  });
const emailOf = async (personId: string) =>
  (await own.database.person.findUniqueOrThrow({ where: { id: personId } })).email;

describe('the mail about a step', () => {
  test('goes to the submitter, with the question, the term and the address', async () => {
    const submitterId = await makePerson(own.database, { email: 'samira@wijkbeurs.example', locale: 'en' });
    const id = await makeInitiative(own.database, { bodyId: teamId, submitterId, title: 'Garden' });
    await askQuestion(order(id, { reason: 'How many neighbours?' }), desk);
    await workOff();
    expect(await sent()).toMatchObject([
      {
        toAddress: 'samira@wijkbeurs.example',
        subject: 'A question about your plan: Garden',
      },
    ]);
    expect((await sent())[0]?.text).toContain('> How many neighbours?');
    expect((await sent())[0]?.text).toContain('by Saturday, 12 December 2026');
  });

  test('is the same mail when the worker tries again', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    await askQuestion(order(id), desk);
    const [job] = await queued();
    if (job === undefined) throw new Error('nothing queued');
    await run(job);
    await run(job);
    expect(await sent()).toHaveLength(1);
  });

  test.each([
    ['wants no mail', { mailOnSteps: false }],
    ['deleted the account', { deletedAt: testNow }],
  ])('does not go to who %s', async (_case, change) => {
    const submitterId = await makePerson(own.database);
    const id = await makeInitiative(own.database, { bodyId: teamId, submitterId });
    await own.database.person.update({ where: { id: submitterId }, data: change });
    await askQuestion(order(id), desk);
    await workOff();
    expect(await sent()).toEqual([]);
  });

  test('brings the other loket its work, and names no submitter to it', async () => {
    const worker = await makePerson(own.database);
    const former = await makePerson(own.database);
    const silent = await makePerson(own.database);
    await makeMembership(own.database, { personId: worker, bodyId: otherTeamId, role: 'loket' });
    await makeMembership(own.database, {
      personId: former,
      bodyId: otherTeamId,
      role: 'loket',
      endsOn: calendarDate('2026-11-20'),
    });
    await makeMembership(own.database, { personId: silent, bodyId: otherTeamId, role: 'loket' });
    await own.database.person.update({ where: { id: silent }, data: { mailOnWork: false } });
    const submitterId = await makePerson(own.database, { name: 'Samira Geheim' });
    const id = await makeInitiative(own.database, { bodyId: teamId, submitterId });
    await referInitiative({ ...order(id), toBodyId: otherTeamId }, desk);
    await workOff();
    const mails = await sent();
    expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(
      [await emailOf(submitterId), await emailOf(worker)].sort(),
    );
    const work = mails.find(
      ({ toAddress }) => toAddress !== mails.find(({ text }) => text.includes('Samira'))?.toAddress,
    );
    expect(work?.text).toContain(`${publicUrl}/loket/${id}`);
    expect(work?.text).not.toContain('Samira');
  });

  test('tells the loket that asked of the answer, beside the one that has the plan', async () => {
    const office = await signedInAs(own.database, 'loket', officeId);
    const team = await makeBody(own.database);
    const worker = await makePerson(own.database);
    await makeMembership(own.database, { personId: worker, bodyId: team, role: 'loket' });
    const submitterId = await makePerson(own.database);
    const id = await makeInitiative(own.database, { bodyId: team, submitterId });
    await askQuestion(order(id), office);
    await workOff();
    await own.database.demoMail.deleteMany();
    const submitter = await contextOf(own.database, submitterId);
    if (!isSignedIn(submitter.actor)) throw new Error('not signed in');
    const answer = { initiativeId: id, revision: 2, formKey: randomUUID(), answer: 'De buren.' };
    await answerQuestion(answer, { ...submitter, actor: submitter.actor });
    await workOff();
    const to = (await sent()).map(({ toAddress }) => toAddress);
    expect(to).toContain(await emailOf(worker));
    expect(to).toContain(await emailOf(office.actor.person?.id ?? ''));
    expect(new Set(to).size).toBe(to.length);
  });

  test('goes to the programme office where all of the loket have an interest', async () => {
    const team = await makeBody(own.database);
    const worker = await makePerson(own.database);
    const organisationId = await makeOrganisation(own.database, { members: [worker] });
    await makeMembership(own.database, { personId: worker, bodyId: team, role: 'loket' });
    const id = await makeInitiative(own.database, { bodyId: teamId, organisationId });
    await referInitiative({ ...order(id), toBodyId: team }, desk);
    await workOff();
    const to = (await sent()).filter(({ text }) => text.includes('/loket/')).map(({ toAddress }) => toAddress);
    expect(to).not.toContain(await emailOf(worker));
    expect(to.length).toBeGreaterThan(0);
  });

  test('is not sent to the loket when a colleague was quicker', async () => {
    const id = await makeInitiative(own.database, { bodyId: teamId });
    const body = await makeBody(own.database);
    await referInitiative({ ...order(id), toBodyId: body }, desk);
    const [step] = await queued();
    if (step === undefined) throw new Error('nothing queued');
    await run(step);
    await own.database.initiative.update({ where: { id }, data: { stage: 'accepted' } });
    await own.database.demoMail.deleteMany();
    await workOff();
    expect((await sent()).filter(({ text }) => text.includes('/loket/'))).toEqual([]);
  });
});

describe('the reminder of late steps', () => {
  const daily: Queued = { name: 'remind-late-steps', key: 'daily', payload: {} };

  async function late(stage: 'submitted' | 'question' | 'accepted', dueOn: CalendarDate): Promise<string> {
    const id = await makeInitiative(own.database, { bodyId: teamId, stage });
    await own.database.initiative.update({ where: { id }, data: { dueOn: toDateColumn(dueOn) } });
    return id;
  }

  beforeEach(async () => {
    await own.database.initiative.updateMany({ data: { dueOn: null } });
  });

  test('goes to the loket on the day after the term and a week later, not in between', async () => {
    const id = await late('submitted', calendarDate('2026-11-20'));
    const perDay: number[] = [];
    for (let day = 19; day <= 29; day += 1) {
      await own.database.demoMail.deleteMany();
      const now = instant(`2026-11-${day}T06:00:00Z`);
      await run(daily, now);
      await workOff(now);
      perDay.push((await sent()).length);
    }
    expect(perDay).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0]);
    expect(id).toBeTruthy();
  });

  test('goes to the submitter who was asked something', async () => {
    await late('question', calendarDate('2026-11-20'));
    await run(daily);
    await workOff();
    expect((await sent()).map(({ subject }) => subject.split(':')[0])).toEqual(['We wachten op je antwoord']);
  });

  test('makes up for a day on which no worker ran', async () => {
    await late('submitted', calendarDate('2026-11-18'));
    await run({ ...daily, payload: { _cron: { ts: '2026-11-19T06:00:00.000Z', backfilled: true } } });
    await workOff();
    expect(await sent()).toHaveLength(1);
  });

  test('is not sent once the step was taken', async () => {
    const id = await late('submitted', calendarDate('2026-11-20'));
    await run(daily);
    await own.database.initiative.update({
      where: { id },
      data: { stage: 'accepted', dueOn: toDateColumn(calendarDate('2027-01-02')) },
    });
    await workOff();
    expect(await sent()).toEqual([]);
  });

  test('goes to the programme office where a team has nobody to do the work', async () => {
    const id = await makeInitiative(own.database, { bodyId: await makeBody(own.database), stage: 'accepted' });
    await own.database.initiative.update({ where: { id }, data: { dueOn: toDateColumn(calendarDate('2026-11-20')) } });
    const chair = await makePerson(own.database);
    await makeMembership(own.database, { personId: chair, bodyId: officeId, role: 'programme_manager' });
    await run(daily);
    await workOff();
    expect(await sent()).toMatchObject([{ toAddress: await emailOf(chair) }]);
  });
});
