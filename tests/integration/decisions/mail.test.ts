import { beforeEach, describe, expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { newId } from '#app/kernel/ids.ts';
import { changeDecision } from '#app/modules/decisions/commands/change-decision.server.ts';
import type { Proposal } from '#app/modules/decisions/proposal.ts';
import { decisionMailHandlers } from '#app/modules/decisions/mails/mail-proposal-waiting.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, confirmed, initiativeOf, makeScene, prepared, proposalOf, type Scene } from './scene.ts';

const own = useTestDatabase();
let scene: Scene;
let initiativeId: string;
let sent: Mail[];
/** The same key is the same mail: whoever sends them leaves a second one out. */
let keys: Set<string>;

beforeEach(async () => {
  scene = await makeScene(own.database);
  initiativeId = await initiativeOf(own.database, scene);
  sent = [];
  keys = new Set();
});

const propose = async (changes: Partial<Proposal> = {}) => prepared(own.database, scene, initiativeId, changes);
const declined = { outcome: 'decline', amount: null, amountNote: '', fundId: null, conditions: '' } as const;

/** Does what the worker would with the jobs about these decisions, until none is left. */
async function work(decisionId: string): Promise<void> {
  const mailer = {
    send: async (mail: Mail, key: string) => {
      if (!keys.has(key)) sent.push(mail);
      keys.add(key);
      return Promise.resolve();
    },
  };
  for (const { name, run } of decisionMailHandlers) {
    const jobs = await own.database.$queryRaw<{ key: string; payload: { decisionId: string } }[]>`
      select j.key, p.payload from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id
        where j.task_identifier = ${name}`;
    for (const { key, payload } of jobs.filter((job) => job.payload.decisionId === decisionId)) {
      const { database } = own;
      await run(payload, { database, mailer, publicUrl: 'https://x.example', secret: '', now: testNow, jobKey: key });
      await database.$executeRaw`select graphile_worker.remove_job(${key})`;
    }
  }
}

const addressesOf = async (...who: (keyof Scene['people'])[]) =>
  (await own.database.person.findMany({ where: { id: { in: who.map((one) => scene.people[one]) } } }))
    .map(({ email }) => email)
    .sort();
const receivers = () => sent.map(({ to }) => to).sort();

describe('the mail to who may confirm', () => {
  test('goes to the budget holders when it is about money, with where to read it and not what it says', async () => {
    const id = await propose();
    await work(id);
    expect(receivers()).toEqual(await addressesOf('budgetHolder', 'otherBudgetHolder'));
    expect(sent[0]?.subject).toMatch(/^Een voorstel wacht op jouw bevestiging: /);
    expect(sent[0]?.text).toContain(`https://x.example/besluitvorming/${id}`);
    expect(sent[0]?.text).toContain('https://x.example/mijn/profiel');
    expect(sent[0]?.text).not.toMatch(/1\.000|Dit plan helpt/);
  });

  test('goes to no one who prepared it, though a chair may confirm what gives no money', async () => {
    const id = await propose(declined);
    await work(id);
    expect(receivers()).toEqual(await addressesOf('budgetHolder', 'otherBudgetHolder'));
  });

  test('goes to the programme office where the body has nobody who may confirm', async () => {
    const { database } = own;
    const office = await makeBody(database, { slug: programmeOffice, kind: 'programme' });
    const personId = await makePerson(database, { email: 'bureau@wijkbeurs.example' });
    await makeMembership(database, { personId, bodyId: office, role: 'chair' });
    // the chair prepares it and is the only one left
    const budgetHolders = [scene.people.budgetHolder, scene.people.otherBudgetHolder];
    await database.bodyMembership.updateMany({
      where: { personId: { in: budgetHolders } },
      data: { role: 'treasurer' },
    });
    await work(await propose(declined));
    expect(receivers()).toEqual(['bureau@wijkbeurs.example']);
  });

  test('is in the language of who gets it, and not sent to who wants none or has an interest', async () => {
    const { database } = own;
    await database.person.update({ where: { id: scene.people.budgetHolder }, data: { locale: 'en' } });
    const id = await propose();
    await work(id);
    expect(sent.map(({ subject }) => subject.slice(0, 10)).sort()).toEqual(['A proposal', 'Een voorst']);
    sent = [];
    await database.person.update({ where: { id: scene.people.budgetHolder }, data: { mailOnWork: false } });
    await database.interestDeclaration.create({
      data: {
        id: newId(),
        personId: scene.people.otherBudgetHolder,
        initiativeId,
        kind: 'board',
        declaredAt: testNow,
      },
    });
    const proposal = proposalOf(scene, { amount: cents(500_00), amountNote: 'De helft.' });
    const changed = await changeDecision({ decisionId: id, revision: 1, proposal }, as(database, scene, 'chair'));
    expect(changed).toMatchObject({ ok: true });
    await work(id);
    expect(sent).toEqual([]);
  });

  test('comes again when the proposal changed, and not any more once it is decided', async () => {
    const { database } = own;
    const id = await propose();
    await work(id);
    const proposal = proposalOf(scene, { amount: cents(500_00), amountNote: 'De helft.' });
    await changeDecision({ decisionId: id, revision: 1, proposal }, as(database, scene, 'chair'));
    await work(id);
    expect(receivers()).toHaveLength(4);
    await changeDecision({ decisionId: id, revision: 2, proposal }, as(database, scene, 'chair'));
    await confirmed(database, scene, id);
    await work(id);
    expect(receivers()).toHaveLength(4);
  });
});
