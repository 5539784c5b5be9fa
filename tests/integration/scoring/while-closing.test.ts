import { beforeEach, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { deleteAccount } from '#app/modules/people/commands/delete-account.server.ts';
import { makeInitiative, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
import { idOf, makeScene, openScene, ruleOf, signIn, type Opened, type Scene } from './scene.ts';
import { testSecret } from '#tests/support/test-secret.ts';

const own = useTestDatabase();
let scene: Scene;
let opened: Opened;

beforeEach(async () => {
  scene = await makeScene(own.database, { reviewers: 2 });
  opened = await openScene(own.database, scene);
});

/** Starts the work while the round is being closed, and lets closing go through once the work waits for it. */
async function whileClosing(work: () => Promise<unknown>): Promise<string | null> {
  const outcome = await own.database.$transaction(async (tx) => {
    await tx.round.update({ where: { id: opened.roundId }, data: { state: 'closed', closedAt: testNow } });
    const rule = ruleOf(work());
    await someoneWaitsForLock(own.database, rule);
    // not awaited in here: it waits for this transaction
    return { rule };
  });
  return outcome.rule;
}

const assignmentId = () => opened.assignments[0]?.id ?? '';
const entryId = () => opened.assignments[0]?.entryId ?? '';

test('nobody is assigned', async () => {
  const personId = idOf(await signIn(own.database, 'reviewer', scene.bodyId));
  const data = { id: newId(), roundEntryId: entryId(), personId };
  expect(await whileClosing(async () => own.database.reviewAssignment.create({ data }))).toBe('round_closed');
});

test('no assignment is taken back', async () => {
  const where = { id: assignmentId() };
  expect(await whileClosing(async () => own.database.reviewAssignment.delete({ where }))).toBe('round_closed');
});

test('no initiative enters', async () => {
  const initiativeId = await makeInitiative(own.database, { bodyId: scene.bodyId, stage: 'accepted' });
  const data = { id: newId(), roundId: opened.roundId, initiativeId, version: 1 };
  expect(await whileClosing(async () => own.database.roundEntry.create({ data }))).toBe('round_closed');
});

test('no initiative leaves', async () => {
  const left = { leftKind: 'taken-out', leftReason: 'Toch niet', leftAt: testNow };
  const where = { id: entryId() };
  expect(await whileClosing(async () => own.database.roundEntry.update({ where, data: left }))).toBe('round_closed');
});

test('an account can still be deleted, and what was not begun stays in the closed round', async () => {
  const { actor, ...context } = scene.reviewers[0]?.context ?? scene.chair;
  if (!isSignedIn(actor)) throw new Error('a reviewer is signed in');
  const work = async () => deleteAccount({ confirmation: 'verwijder' }, { ...context, actor, secret: testSecret });
  expect(await whileClosing(work)).toBeNull();
  const { deletedAt } = await own.database.person.findUniqueOrThrow({ where: { id: actor.person.id } });
  expect(deletedAt).not.toBeNull();
  expect(await own.database.reviewAssignment.count({ where: { personId: actor.person.id } })).toBe(1);
});
