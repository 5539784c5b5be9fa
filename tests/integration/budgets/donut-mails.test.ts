import { beforeEach, expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { addDays } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { newId } from '#app/kernel/ids.ts';
import { withdrawApplication } from '#app/modules/donutfonds/commands/apply.server.ts';
import { donutMailHandlers } from '#app/modules/donutfonds/mails/mail-donut.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { applied, by, closed, confirmAs, makeDonutfonds, proposed, type DonutScene, type Who } from './donut-scene.ts';

const own = useTestDatabase();
let scene: DonutScene;
let sent: Mail[];

beforeEach(async () => {
  await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
  scene = await makeDonutfonds(own.database, { fundCents: 100_01 });
  sent = [];
});

/** Does what the worker would, until no job about the donutfonds is left; each job twice, as after a crash. */
async function work(): Promise<void> {
  const { database } = own;
  const keys = new Set<string>();
  const mailer = {
    send: async (mail: Mail, key: string) => {
      if (!keys.has(key)) sent.push(mail);
      keys.add(key);
      return Promise.resolve();
    },
  };
  const now = instant(`${addDays(scene.opensOn, 70)}T11:00:00Z`);
  for (const { name, run } of donutMailHandlers) {
    const jobs = await database.$queryRaw<{ key: string; payload: unknown }[]>`
      select j.key, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
        where j.task_identifier = ${name} order by j.id`;
    for (const { key, payload } of [...jobs, ...jobs])
      await run(payload, { database, mailer, publicUrl: 'https://x.example', secret: '', now, jobKey: key });
    for (const { key } of jobs) await database.$executeRaw`select graphile_worker.remove_job(${key})`;
  }
}

const addressOf = async (who: Who) =>
  (await own.database.person.findUniqueOrThrow({ where: { id: scene.people[who] } })).email;

test('who applied hears that it is in, with the last day to change it', async () => {
  await applied(own.database, scene, 'one');
  await work();
  expect(sent.map(({ to }) => to)).toEqual([await addressOf('one')]);
  expect(sent[0]?.subject).toBe(`Je aanvraag voor het donutfonds ${String(scene.year)} is binnen`);
  expect(sent[0]?.text).toContain(`31 maart ${String(scene.year)}`);
  expect(sent[0]?.text).toMatch(/https:\/\/x\.example\/donutfonds\/aanvragen\/organisatie-\d+/);
});

test('who withdraws hears that, and not that it is in', async () => {
  await applied(own.database, scene, 'one');
  const { callId, organisations } = scene;
  const target = { callId, organisationId: organisations.one, revision: 1 };
  expect(await withdrawApplication(target, await by(own.database, scene, 'one'))).toMatchObject({ ok: true });
  await work();
  expect(sent.map(({ subject }) => subject)).toEqual([
    `Je aanvraag voor het donutfonds ${String(scene.year)} is ingetrokken`,
  ]);
});

test('every member hears what came of it, with the reasons, in their own language, unless they want no mail', async () => {
  const english = await makePerson(own.database, { locale: 'en' });
  const silent = await makePerson(own.database);
  await own.database.person.update({ where: { id: silent }, data: { mailOnSteps: false } });
  for (const personId of [english, silent])
    await own.database.organisationMember.create({
      data: { id: newId(), organisationId: scene.organisations.one, personId, beginsOn: new Date('2026-01-01') },
    });
  await applied(own.database, scene, 'one');
  const aside = await applied(own.database, scene, 'two');
  await applied(own.database, scene, 'three', { costs: cents(0) });
  await closed(own.database, scene);
  await work();
  sent = [];
  const splitId = await proposed(own.database, scene, { [aside]: 'Het bewijs klopte niet.' });
  expect(await confirmAs(own.database, scene, splitId)).toMatchObject({ ok: true });
  await work();
  const { email: englishAddress } = await own.database.person.findUniqueOrThrow({ where: { id: english } });
  const mailTo = async (who: Who) => {
    const address = await addressOf(who);
    return sent.filter(({ to }) => to === address);
  };
  expect(sent).toHaveLength(4);
  const [rewarded] = await mailTo('one');
  expect(rewarded?.subject).toMatch(/krijgt een beloning uit het donutfonds$/);
  expect(rewarded?.text).toMatch(/€\s100,01/);
  expect(rewarded?.text).toContain('400% van de kosten');
  expect(rewarded?.text).toMatch(/https:\/\/x\.example\/besluiten\/20\d\d-\d{4}/);
  const [setAside] = await mailTo('two');
  expect(setAside?.text).toContain('Het bewijs klopte niet.');
  const [declined] = await mailTo('three');
  expect(declined?.subject).toBe(`Uitslag van het donutfonds ${String(scene.year)}`);
  expect(declined?.text).toContain('De kosten zijn nul.');
  const inEnglish = sent.find(({ to }) => to === englishAddress);
  expect(inEnglish?.text).toMatch(/€100\.01/);
  expect(inEnglish?.text).not.toContain('De waarde');
  // nobody is named but who it is to
  for (const { text } of sent) expect(text.slice(text.indexOf('\n'))).not.toContain('Persoon');
});
