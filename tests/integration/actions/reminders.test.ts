import { beforeAll, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { instant } from '#app/kernel/instant.ts';
import { finishAction } from '#app/modules/actions/commands/move-action.server.ts';
import { actionHandlers } from '#app/modules/actions/mails/mail-actions.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, given, makeActionScene, makeOne, type ActionScene } from './scene.ts';

const own = useTestDatabase();
let scene: ActionScene;

beforeAll(async () => {
  scene = await makeActionScene(own.database);
});

/** What the clock does on a day, with every mail that comes of it. */
async function workOf(day: string, job: 'remind-actions' | 'digest-actions') {
  const { database } = own;
  const now = instant(`${day}T06:10:00Z`);
  const sent: Mail[] = [];
  const run = async (name: string, payload: unknown) =>
    actionHandlers
      .find((one) => one.name === name)
      ?.run(payload, {
        ...{ database, secret: '', now, publicUrl: 'https://wijkbeurs.example', jobKey: newId() },
        mailer: { send: async (mail) => Promise.resolve(void sent.push(mail)) },
      });
  await run(job, {});
  const jobs = await database.$queryRaw<{ name: string; payload: unknown }[]>`
    select t.identifier as name, j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier like 'mail-action-%' order by j.id`;
  await database.$executeRaw`delete from graphile_worker._private_jobs`;
  for (const { name, payload } of jobs) await run(name, payload);
  return sent;
}

test('whose action it is hears of it once each time, joined with their others, until it is done', async () => {
  const owner = { personId: scene.ownerId, organisationId: null, words: 'bewonersgroep' };
  const due = (day: string) => ({ owner, due: { kind: 'day', on: calendarDate(day) } as const });
  const one = await makeOne(own.database, scene, { ...due('2026-12-10'), title: 'Stoep vegen' });
  const other = await makeOne(own.database, scene, { ...due('2026-12-10'), title: 'Bakken plaatsen' });
  await makeOne(own.database, scene, { owner, due: { kind: 'ongoing' }, title: 'Planten water geven' });
  await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
  expect(await workOf('2026-12-02', 'remind-actions')).toEqual([]);
  const week = await workOf('2026-12-03', 'remind-actions');
  expect(week).toHaveLength(1);
  expect(week[0]?.text).toContain('Stoep vegen');
  expect(week[0]?.text).toContain('Bakken plaatsen');
  expect(week[0]?.text).not.toContain('Planten');
  expect(await workOf('2026-12-03', 'remind-actions')).toEqual([]);
  expect(await workOf('2026-12-04', 'remind-actions')).toEqual([]);
  expect(await workOf('2026-12-10', 'remind-actions')).toHaveLength(1);
  given(await finishAction({ id: other, revision: 1, text: '' }, await as(own.database, scene.ownerId)));
  const late = await workOf('2026-12-17', 'remind-actions');
  expect(late.map(({ subject }) => subject)).toEqual(['Herinnering: Stoep vegen']);
  expect(await workOf('2026-12-24', 'remind-actions')).toHaveLength(1);
  // three weeks: the owner again, and for the first time who leads the body
  const third = await workOf('2026-12-31', 'remind-actions');
  expect(third).toHaveLength(3);
  const toChair = third.find(({ subject }) => subject.startsWith('Drie weken'));
  expect(toChair?.text).toContain('bewonersgroep');
  expect(toChair?.text).not.toContain('Doener');
  expect(await workOf('2027-01-07', 'remind-actions')).toHaveLength(1);
  given(await finishAction({ id: one, revision: 1, text: '' }, await as(own.database, scene.ownerId)));
  expect(await workOf('2027-01-14', 'remind-actions')).toEqual([]);
});

test('who leads a body gets its week once', async () => {
  await makeOne(own.database, scene, { due: { kind: 'day', on: calendarDate('2027-02-20') }, title: 'Kas vullen' });
  expect(await workOf('2027-01-25', 'digest-actions')).toEqual([]);
  const week = await workOf('2027-02-08', 'digest-actions');
  expect(week.map(({ to }) => to)).toHaveLength(2);
  expect(week[0]?.text).toContain('Kas vullen');
  expect(await workOf('2027-02-09', 'digest-actions')).toEqual([]);
  expect(await workOf('2027-02-15', 'digest-actions')).toHaveLength(2);
});
