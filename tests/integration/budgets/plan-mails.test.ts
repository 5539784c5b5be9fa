import { beforeEach, expect, test } from 'vitest';
import { closePlanImport } from '#app/modules/budgets/commands/close-plan-import.server.ts';
import { planMailHandlers } from '#app/modules/budgets/mails/mail-plan.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { makeMembership, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { approve, holding, makePlanScene, proposed, type PlanScene } from './plan-scene.ts';

const own = useTestDatabase();
let scene: PlanScene;
let sent: Mail[];

beforeEach(async () => {
  scene = await makePlanScene(own.database);
  sent = [];
});

const text = (amount: string) =>
  ['jaar;team;actielijn;bron;label;bedrag;omschrijving', `2026;${scene.team};;${scene.source};;${amount};`].join('\n');

/** Does what the worker would with the jobs about this plan, until none is left. */
async function work(importId: string): Promise<void> {
  const { database } = own;
  const mailer = { send: async (mail: Mail) => Promise.resolve(void sent.push(mail)) };
  for (const { name, run } of planMailHandlers) {
    const jobs = await database.$queryRaw<{ key: string; payload: { importId: string } }[]>`
      select j.key, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
        where j.task_identifier = ${name}`;
    for (const { key, payload } of jobs.filter((job) => job.payload.importId === importId)) {
      await run(payload, { database, mailer, publicUrl: 'https://x.example', secret: '', now: testNow, jobKey: key });
      await database.$executeRaw`select graphile_worker.remove_job(${key})`;
    }
  }
}

const addressOf = async (id: string) => (await own.database.person.findUniqueOrThrow({ where: { id } })).email;

test('budget holders of the office hear that a plan waits, never who proposed it; the proposer hears the answer', async () => {
  const { database } = own;
  for (const personId of [scene.holderId, scene.managerId])
    await makeMembership(database, { personId, bodyId: scene.officeId, role: 'budget_holder' });
  await makeMembership(database, { personId: scene.otherHolderId, bodyId: scene.teamId, role: 'budget_holder' });
  const id = await proposed(database, scene, text('5'));
  await work(id);
  expect(sent.map(({ to }) => to)).toEqual([await addressOf(scene.holderId)]);
  expect(sent[0]?.subject).toBe('Een bestedingsplan wacht op jouw goedkeuring');
  expect(sent[0]?.text).toContain(`https://x.example/budgetbeheer/importeren/${id}`);
  expect(sent[0]?.text).toContain('plan.csv');
  expect(sent[0]?.text).not.toMatch(/\{\{|planImport:|undefined/);

  sent = [];
  expect(await approve(database, scene, id)).toMatchObject({ ok: true });
  await work(id);
  expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
    [await addressOf(scene.managerId), 'Ingelezen: je bestedingsplan'],
  ]);

  sent = [];
  const refused = await proposed(database, scene, text('6'));
  const holder = holding(database, scene.holderId, 'budget_holder');
  expect(await closePlanImport({ importId: refused, reason: 'Te vroeg' }, holder)).toMatchObject({ ok: true });
  await work(refused);
  // it was answered before anybody was told that it waits
  expect(sent.map(({ subject }) => subject)).toEqual(['Afgewezen: je bestedingsplan']);
  expect(sent[0]?.text).toContain('> Te vroeg');

  sent = [];
  const withdrawn = await proposed(database, scene, text('7'));
  const manager = holding(database, scene.managerId, 'programme_manager');
  expect(await closePlanImport({ importId: withdrawn, reason: 'Toch niet' }, manager)).toMatchObject({ ok: true });
  await work(withdrawn);
  expect(sent).toEqual([]);
});
