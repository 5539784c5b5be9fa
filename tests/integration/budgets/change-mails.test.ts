import { beforeEach, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { approveChange } from '#app/modules/budgets/commands/approve-change.server.ts';
import { closeChange } from '#app/modules/budgets/commands/close-change.server.ts';
import { proposeChange } from '#app/modules/budgets/commands/propose-change.server.ts';
import { changeMailHandlers } from '#app/modules/budgets/mails/mail-change.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { makeBody, makeFund, makeMembership, makeMoneySource, makePerson, testNow } from '#tests/factories/index.ts';
import { as, makeScene, type Scene } from '#tests/integration/decisions/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let scene: Scene;
let toFundId: string;
let sent: Mail[];
let keys: Set<string>;

beforeEach(async () => {
  scene = await makeScene(own.database);
  const moneySourceId = await makeMoneySource(own.database, { amountCents: 100_00 });
  toFundId = await makeFund(own.database, { bodyId: scene.bodyId, moneySourceId, amountCents: null });
  sent = [];
  keys = new Set();
});

async function propose(who: keyof Scene['people'] = 'manager'): Promise<string> {
  const change = {
    kind: 'budget',
    toFundId,
    amount: cents(12_34),
    reason: 'Nodig',
    occurredOn: calendarDate('2026-11-21'),
  } as const;
  const outcome = await proposeChange({ formKey: newId(), change }, as(own.database, scene, who));
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value;
}

/** Does what the worker would with the jobs about this change, until none is left. */
async function work(changeId: string): Promise<void> {
  const mailer = {
    send: async (mail: Mail, key: string) => {
      if (!keys.has(key)) sent.push(mail);
      keys.add(key);
      return Promise.resolve();
    },
  };
  const { database } = own;
  for (const { name, run } of changeMailHandlers) {
    const jobs = await database.$queryRaw<{ key: string; payload: { changeId: string } }[]>`
      select j.key, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
        where j.task_identifier = ${name}`;
    for (const { key, payload } of jobs.filter((job) => job.payload.changeId === changeId)) {
      await run(payload, { database, mailer, publicUrl: 'https://x.example', secret: '', now: testNow, jobKey: key });
      await database.$executeRaw`select graphile_worker.remove_job(${key})`;
    }
  }
}

const addressOf = async (who: keyof Scene['people']) =>
  (await own.database.person.findUniqueOrThrow({ where: { id: scene.people[who] } })).email;

test('who may approve is told that a change waits, with where to look', async () => {
  const id = await propose();
  await work(id);
  expect(sent.map(({ to }) => to).sort()).toEqual(
    [await addressOf('budgetHolder'), await addressOf('otherBudgetHolder')].sort(),
  );
  expect(sent[0]?.subject).toMatch(/^Een wijziging van €\s12,34 wacht op jouw goedkeuring$/);
  expect(sent[0]?.text).toContain(`https://x.example/budgetbeheer/${id}`);
});

test('where the only budget holder proposed it, those of the programme office are asked', async () => {
  const { database } = own;
  const slug = 'programmabureau';
  const there = await database.body.findUnique({ where: { slug } });
  const officeId = there?.id ?? (await makeBody(database, { slug, kind: 'programme' }));
  const personId = await makePerson(database);
  await makeMembership(database, { personId, bodyId: officeId, role: 'budget_holder' });
  const { email } = await database.person.findUniqueOrThrow({ where: { id: personId } });

  // with a colleague in the body the office is left in peace
  await work(await propose('budgetHolder'));
  expect(sent.map(({ to }) => to)).toEqual([await addressOf('otherBudgetHolder')]);

  sent = [];
  await database.bodyMembership.updateMany({
    where: { personId: scene.people.otherBudgetHolder },
    data: { endsOn: new Date('2026-11-01') },
  });
  const id = await propose('budgetHolder');
  await work(id);
  expect(sent.map(({ to }) => to)).toEqual([email]);
  expect(sent[0]?.text).toContain(`https://x.example/budgetbeheer/${id}`);
});

test('who wants no mail gets none, and nobody does once it was answered', async () => {
  await own.database.person.update({
    where: { id: scene.people.budgetHolder },
    data: { mailOnWork: false, locale: 'en' },
  });
  await own.database.person.update({ where: { id: scene.people.otherBudgetHolder }, data: { locale: 'en' } });
  const id = await propose();
  await work(id);
  expect(sent.map(({ to }) => to)).toEqual([await addressOf('otherBudgetHolder')]);
  expect(sent[0]?.subject).toMatch(/^A change of/);
  sent = [];
  const withdrawn = await propose();
  await closeChange({ changeId: withdrawn, reason: 'Toch niet' }, as(own.database, scene, 'manager'));
  await work(withdrawn);
  expect(sent).toEqual([]);
});

test('who proposed it hears the answer: where it stands, or why not', async () => {
  const [yes, no] = [await propose(), await propose()];
  const number = await approveChange({ changeId: yes }, as(own.database, scene, 'budgetHolder'));
  await closeChange({ changeId: no, reason: 'Wacht op het bestuur' }, as(own.database, scene, 'budgetHolder'));
  await work(yes);
  await work(no);
  expect(sent.map(({ to }) => to)).toEqual([await addressOf('manager'), await addressOf('manager')]);
  expect(sent[0]?.text).toContain(`https://x.example/budgetten/wijzigingen/${number.ok ? number.value : ''}`);
  expect(sent[1]?.text).toContain('> Wacht op het bestuur');
});
