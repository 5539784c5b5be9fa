import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '#app/kernel/instant.ts';
import { answerClaims, type AnswerClaims } from '#app/modules/allowances/commands/answer-claims.server.ts';
import { claimHours } from '#app/modules/allowances/commands/claim-hours.server.ts';
import { newId } from '#app/kernel/ids.ts';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { claimMailHandlers } from '#app/modules/allowances/mails/mail-claim-answer.server.ts';
import { signUpAtDoor } from '#app/modules/allowances/commands/sign-up-at-door.server.ts';
import { takePart } from '#app/modules/allowances/commands/take-part.server.ts';
import { signedUpMailHandlers } from '#app/modules/allowances/mails/mail-signed-up.server.ts';
import { activityPeople } from '#app/modules/allowances/queries/activity-people.query.server.ts';
import { claimReminderHandlers } from '#app/modules/allowances/mails/remind-waiting-claims.server.ts';
import type { Person } from '#app/platform/prisma/client.ts';
import { openMailer } from '#app/platform/mail.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { acting, claim, coordinator, makeAllowances, volunteer, type AllowanceScene } from './scene.ts';

const own = useTestDatabase();
const publicUrl = 'https://wijkbeurs.example';
const handlers = [...claimMailHandlers, ...claimReminderHandlers, ...signedUpMailHandlers];
let scene: AllowanceScene;

beforeEach(async () => {
  await own.database.demoMail.deleteMany();
  scene = await makeAllowances(own.database);
  await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
});

type Queued = { name: string; key: string; payload: unknown };

async function run({ name, key, payload }: Queued, now = testNow): Promise<void> {
  const mailer = openMailer({ smtpUrl: null, mailFrom: 'Wijkbeurs <x@wijkbeurs.example>', publicUrl }, own.database);
  const context = { database: own.database, mailer, publicUrl, secret: 'a secret of tests', now, jobKey: key };
  await handlers.find((handler) => handler.name === name)?.run(payload, context);
}

/** Does what waits in the queue. */
async function work(now = testNow): Promise<void> {
  const jobs = await own.database.$queryRaw<Queued[]>`
    select t.identifier as name, j.key, j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`;
  await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
  for (const job of jobs) await run(job, now);
}

async function mails(personId: string) {
  const { email } = await own.database.person.findUniqueOrThrow({ where: { id: personId } });
  const sent = await own.database.demoMail.findMany({ where: { toAddress: email }, orderBy: { sentAt: 'asc' } });
  // amounts hold their euro sign with a space that does not break
  return sent.map((mail) => ({ ...mail, text: mail.text.replaceAll('\u00a0', ' ') }));
}

const set = async (id: string, data: Partial<Pick<Person, 'locale' | 'mailOnSteps' | 'mailOnWork'>>) =>
  own.database.person.update({ where: { id }, data });

async function answer(choice: AnswerClaims['answer']): Promise<void> {
  const waiting = await own.database.allowanceClaim.findMany({
    where: { activityId: scene.activityId, state: 'claimed' },
  });
  const claimIds = waiting.map(({ id }) => id);
  const outcome = await answerClaims(
    { activityId: scene.activityId, claimIds, answer: choice },
    coordinator(own.database, scene),
  );
  expect(outcome).toEqual({ ok: true });
}

describe('the mail to a volunteer', () => {
  test('tells once what was approved, each volunteer only their own', async () => {
    const second = await volunteer(own.database, scene);
    for (const day of ['2026-11-02', '2026-11-03']) await claim(own.database, scene, { day });
    await claim(own.database, scene, { personId: second, day: '2026-11-04', minutes: 90 });
    await answer({ approve: true });
    await work();
    const [mail, ...more] = await mails(scene.volunteerId);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Goedgekeurd: Soep voor de buurt');
    expect(mail?.text).toContain('2 regels, samen € 11,20');
    expect(mail?.text).toContain('> 2 november 2026: 1:00 uur, € 5,60');
    expect(mail?.text).not.toContain('8,40');
    expect(mail?.text).toContain(`${publicUrl}/mijn-vergoedingen`);
    expect((await mails(second)).map(({ text }) => text).join()).toContain('1 regel, € 8,40');
  });

  test('is one mail, also about all days of months that were answered at once', async () => {
    const days = Array.from({ length: 15 }, (_, index) => String(index + 1).padStart(2, '0'));
    for (const day of days) await claim(own.database, scene, { day: `2026-11-${day}`, minutes: 30 });
    await answer({ approve: true });
    await work();
    expect((await mails(scene.volunteerId)).map(({ text }) => text.includes('15 regels'))).toEqual([true]);
  });

  test('gives the reason of a refusal, in their own language', async () => {
    await set(scene.volunteerId, { locale: 'en' });
    await claim(own.database, scene);
    await answer({ approve: false, reason: 'Was er niet <b>' });
    await work();
    const [mail] = await mails(scene.volunteerId);
    expect(mail?.subject).toBe('Not approved: Soep voor de buurt');
    expect(mail?.text).toContain('> Was er niet <b>');
    expect(mail?.html).toContain('Was er niet &lt;b&gt;');
  });

  test('is not sent to who wants none or is gone', async () => {
    await set(scene.volunteerId, { mailOnSteps: false });
    await claim(own.database, scene);
    await answer({ approve: true });
    await work();
    expect(await mails(scene.volunteerId)).toEqual([]);
  });
});

describe('who is signed up at the door', () => {
  const email = 'Joke@Kookgraag.example';
  const door = async (name = 'Joke K.') =>
    signUpAtDoor({ activityId: scene.activityId, email, name }, coordinator(own.database, scene));
  const joke = async () => own.database.person.findUniqueOrThrow({ where: { email: email.toLowerCase() } });

  test('gets one mail, and stands on the sheet with the name as it was written', async () => {
    expect(await door()).toMatchObject({ ok: true });
    expect(await door()).toMatchObject({ ok: true });
    await work();
    const { id } = await joke();
    const [mail, ...others] = await mails(id);
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Je doet mee: Soep voor de buurt');
    expect(mail?.text).toContain('Joke K.');
    expect(mail?.text).toContain(`${publicUrl}/mijn-vergoedingen`);
    // the account gets another name, the sheet does not
    await own.database.person.update({ where: { id }, data: { name: 'Johanna Kookgraag' } });
    const { actor } = coordinator(own.database, scene);
    const names = async () =>
      (await activityPeople(own.database, actor, scene.activityId)).participants.map(({ name }) => name);
    expect(await names()).toContain('Joke K.');
    await door('Joke Kookgraag');
    expect(await names()).toContain('Joke Kookgraag');
    expect((await joke()).name).toBe('Johanna Kookgraag');
  });

  test('gets none when they left meanwhile or want none, and another when they come back', async () => {
    await door();
    const { id } = await joke();
    const me = acting(own.database, scene, id);
    await takePart({ activityId: scene.activityId, takesPart: false }, me);
    await work();
    expect(await mails(id)).toEqual([]);
    await set(id, { mailOnSteps: false });
    await door();
    await work();
    expect(await mails(id)).toEqual([]);
    await takePart({ activityId: scene.activityId, takesPart: false }, me);
    await set(id, { mailOnSteps: true });
    await door();
    await work();
    expect(await mails(id)).toHaveLength(1);
  });
});

describe('the weekly reminder', () => {
  const look = async (now: Date) => {
    await run({ name: 'remind-waiting-claims', key: 'look', payload: {} }, now);
    await work(now);
  };

  test('goes to the coordinators of the body who can answer, about what waits longer than a week', async () => {
    await claim(own.database, scene, { now: instant('2026-11-21T12:00:00Z') });
    await look(instant('2026-11-28T11:59:00Z'));
    expect(await mails(scene.coordinatorId)).toEqual([]);
    await look(instant('2026-11-28T12:01:00Z'));
    const [mail] = await mails(scene.coordinatorId);
    expect(mail?.subject).toBe('1 regel met uren wacht op je');
    expect(mail?.text).not.toContain('Soep');
    expect(await mails(scene.otherCoordinatorId)).toHaveLength(1);
    expect(await mails(scene.volunteerId)).toEqual([]);
  });

  test('leaves out who typed the hours over, who wants no mails, and what was answered since', async () => {
    const lines = [{ personId: scene.volunteerId, day: calendarDate('2026-11-20'), minutes: 60, note: '' }];
    const order = { activityId: scene.activityId, lines, formKey: newId() };
    expect(await claimHours(order, coordinator(own.database, scene))).toMatchObject({ ok: true });
    const later = instant('2026-12-07T06:30:00Z');
    await look(later);
    expect(await mails(scene.coordinatorId)).toEqual([]);
    expect(await mails(scene.otherCoordinatorId)).toHaveLength(1);
    await set(scene.otherCoordinatorId, { mailOnWork: false });
    await look(later);
    expect(await mails(scene.otherCoordinatorId)).toHaveLength(1);
  });
});
