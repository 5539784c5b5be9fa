import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { instant } from '#app/kernel/instant.ts';
import { isSignedIn } from '#app/modules/people/actor.ts';
import { endRole } from '#app/modules/people/commands/end-role.server.ts';
import { assignReviewers } from '#app/modules/scoring/commands/assign-reviewers.server.ts';
import { closeRound } from '#app/modules/scoring/commands/close-round.server.ts';
import { declareInterest } from '#app/modules/scoring/commands/declare-interest.server.ts';
import { handInReview } from '#app/modules/scoring/commands/hand-in-review.server.ts';
import { removeAssignment } from '#app/modules/scoring/commands/remove-assignment.server.ts';
import { saveReview } from '#app/modules/scoring/commands/save-review.server.ts';
import type { ScoringContext } from '#app/modules/scoring/commands/scoring-context.server.ts';
import { managedRounds } from '#app/modules/scoring/queries/managed-rounds.query.server.ts';
import { myReviews } from '#app/modules/scoring/queries/my-reviews.query.server.ts';
import { reviewPage } from '#app/modules/scoring/queries/review-page.query.server.ts';
import { roundProgress } from '#app/modules/scoring/queries/round-progress.query.server.ts';
import { makeBody, makeMembership, makeOrganisation, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { someoneWaitsForLock } from '#tests/support/locks.ts';
import {
  as,
  assignmentOf,
  idOf,
  makeScene,
  openScene,
  review,
  ruleOf,
  sheet,
  signIn,
  valueOf,
  type Opened,
  type Scene,
} from './scene.ts';

const own = useTestDatabase();
let scene: Scene;
let opened: Opened;
let administrator: ScoringContext;
let reviewer: ScoringContext;
let mine: string;

beforeEach(async () => {
  scene = await makeScene(own.database, { reviewers: 2 });
  opened = await openScene(own.database, scene);
  administrator = await signIn(own.database, 'administrator', await makeBody(own.database));
  const [first] = scene.reviewers;
  if (!first) throw new Error('two reviewers');
  reviewer = first.context;
  mine = assignmentOf(opened, first.personId);
});

const none = () => declareInterest({ assignmentId: mine, kind: 'none', note: '' }, reviewer);
const ended = { ok: false, reason: 'role-ended' };
const page = async () => reviewPage(own.database, idOf(reviewer), mine, testNow, 'nl');
const progress = async () => {
  const found = await roundProgress(own.database, scene.chair.actor, opened.roundId, testNow);
  const [entry] = found?.entries ?? [];
  if (!found || !entry) throw new Error('the chair sees the round');
  return { found, entry, line: entry.reviewers.find(({ assignmentId }) => assignmentId === mine) };
};

async function endTheRole(): Promise<void> {
  const { actor } = administrator;
  if (!isSignedIn(actor)) throw new Error('an administrator is signed in');
  const { id } = await own.database.bodyMembership.findFirstOrThrow({ where: { personId: idOf(reviewer) } });
  valueOf(await endRole({ membershipId: id }, { ...administrator, actor }));
  reviewer = await as(own.database, idOf(reviewer));
}

describe('a reviewer whose role ends while the round runs', () => {
  test('opens no dossier any more', async () => {
    await endTheRole();
    expect(await none()).toEqual(ended);
    expect(await page()).toMatchObject({ state: 'role-ended', dossier: null, sheet: null, others: null });
    const [round] = await myReviews(own.database, idOf(reviewer), testNow);
    expect(round).toMatchObject({ waiting: 0, assignments: [{ state: 'role-ended' }] });
  });

  test('neither saves nor hands in what was begun, also past the commands', async () => {
    valueOf(await none());
    await endTheRole();
    const order = { assignmentId: mine, revision: 1, form: sheet('3', '2') };
    expect(await saveReview(order, reviewer)).toEqual(ended);
    expect(await handInReview(order, reviewer)).toEqual(ended);
    expect(await none()).toEqual(ended);
    expect(await page()).toMatchObject({ state: 'role-ended', dossier: null, sheet: null });
    const where = { assignmentId: mine };
    expect(await ruleOf(own.database.review.update({ where, data: { draft: {}, revision: 2 } }))).toBe(
      'reviewer_in_office',
    );
  });

  test('keeps out of the database as well', async () => {
    await endTheRole();
    await own.database.interestDeclaration.create({
      data: {
        id: newId(),
        personId: idOf(reviewer),
        initiativeId: scene.initiativeIds[0] ?? '',
        kind: 'none',
        note: '',
        declaredAt: testNow,
      },
    });
    const forged = own.database.review.create({
      data: { id: newId(), assignmentId: mine, state: 'draft', openedAt: testNow },
    });
    expect(await ruleOf(forged)).toBe('reviewer_in_office');
  });

  test('leaves an assignment that the chair sees and gives to somebody else', async () => {
    expect((await progress()).entry).toMatchObject({ missingReviewers: 0 });
    await endTheRole();
    const { entry, line } = await progress();
    expect(entry).toMatchObject({ missingReviewers: 1 });
    expect(line).toMatchObject({ state: 'role-ended', canRemove: true });
    expect(entry.assignable.map(({ personId }) => personId)).not.toContain(idOf(reviewer));
    const [round] = await managedRounds(own.database, scene.chair.actor, testNow);
    expect(round).toMatchObject({ assigned: 1 });

    valueOf(await removeAssignment(mine, scene.chair));
    const personId = idOf(await signIn(own.database, 'reviewer', scene.bodyId));
    valueOf(
      await assignReviewers({ roundId: opened.roundId, entryIds: [entry.id], personIds: [personId] }, scene.chair),
    );
    expect((await progress()).entry).toMatchObject({ missingReviewers: 0 });
  });

  test('is not waited for when the round closes', async () => {
    const colleague = scene.reviewers[1];
    const stranger = await signIn(own.database, 'reviewer', scene.bodyId);
    const [entry] = opened.assignments;
    if (!colleague || !entry) throw new Error('two reviewers');
    const people = { roundId: opened.roundId, entryIds: [entry.entryId], personIds: [idOf(stranger)] };
    valueOf(await assignReviewers(people, scene.chair));
    const added = await own.database.reviewAssignment.findFirstOrThrow({ where: { personId: idOf(stranger) } });
    await review(colleague.context, assignmentOf(opened, colleague.personId), '3', '3');
    await review(stranger, added.id, '4', '2');
    expect(await closeRound(opened.roundId, scene.chair)).toEqual({ ok: false, reason: 'period-not-over' });
    await endTheRole();
    expect(await closeRound(opened.roundId, scene.chair)).toEqual({ ok: true, value: undefined });
  });

  test('keeps what was handed in, sees it no more, and can still report an interest', async () => {
    await review(reviewer, mine, '3', '2');
    await endTheRole();
    expect(await page()).toMatchObject({ state: 'handed-in', dossier: null, sheet: null, others: null });
    expect((await progress()).entry).toMatchObject({ handedIn: 1, missingReviewers: 0 });
    expect(await declareInterest({ assignmentId: mine, kind: 'family', note: '' }, reviewer)).toEqual({
      ok: true,
      value: 'shut',
    });
    expect((await progress()).entry).toMatchObject({ handedIn: 0 });
  });

  test('goes on where they were once they hold a role again', async () => {
    valueOf(await none());
    await endTheRole();
    await makeMembership(own.database, { personId: idOf(reviewer), bodyId: scene.bodyId, role: 'member' });
    expect(await page()).toMatchObject({ state: 'draft' });
    expect(await handInReview({ assignmentId: mine, revision: 1, form: sheet('3', '2') }, reviewer)).toMatchObject({
      ok: true,
    });
  });

  test('at the same instant as handing in: it is in, or it is refused', async () => {
    valueOf(await none());
    const [, outcome] = await Promise.all([
      endTheRole(),
      handInReview({ assignmentId: mine, revision: 1, form: sheet('3', '2') }, reviewer),
    ]);
    const { state } = await own.database.review.findUniqueOrThrow({ where: { assignmentId: mine } });
    expect(state).toBe(outcome.ok ? 'submitted' : 'draft');
    if (!outcome.ok) expect(outcome).toEqual(ended);
  });

  test('waits for a change of the role before it holds anything that the change needs', async () => {
    valueOf(await none());
    const { id } = await own.database.bodyMembership.findFirstOrThrow({ where: { personId: idOf(reviewer) } });
    const organisationId = await makeOrganisation(own.database);
    let handingIn: Promise<unknown> = Promise.resolve();
    await own.database.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from body_membership where id = ${id}::uuid for update`;
      handingIn = handInReview({ assignmentId: mine, revision: 1, form: sheet('3', '2') }, reviewer);
      await someoneWaitsForLock(own.database, handingIn);
      // two in a circle end by themselves, after a second in which both wait: here nobody may wait
      await tx.$executeRaw`set local lock_timeout = '100ms'`;
      await tx.bodyMembership.update({ where: { id }, data: { organisationId } });
    });
    expect(await handingIn).toMatchObject({ ok: true });
  });

  test('from another body, or of a later day, is no role here', async () => {
    await endTheRole();
    const personId = idOf(reviewer);
    await makeMembership(own.database, { personId, bodyId: await makeBody(own.database), role: 'reviewer' });
    await own.database.bodyMembership.create({
      data: {
        id: newId(),
        personId,
        bodyId: scene.bodyId,
        role: 'chair',
        beginsOn: instant('2099-01-01T00:00:00Z'),
      },
    });
    reviewer = await as(own.database, personId);
    expect(await none()).toEqual(ended);
  });
});
