import { beforeEach, describe, expect, test } from 'vitest';
import { assignReviewers } from '#app/modules/scoring/commands/assign-reviewers.server.ts';
import { closeRound } from '#app/modules/scoring/commands/close-round.server.ts';
import { declareInterest } from '#app/modules/scoring/commands/declare-interest.server.ts';
import { leaveRound } from '#app/modules/scoring/commands/leave-round.server.ts';
import { entryResult } from '#app/modules/scoring/queries/entry-result.query.server.ts';
import { publicRound } from '#app/modules/scoring/queries/public-round.query.server.ts';
import { roundProgress } from '#app/modules/scoring/queries/round-progress.query.server.ts';
import { roundResult } from '#app/modules/scoring/queries/round-result.query.server.ts';
import { scoreEntry } from '#app/modules/scoring/score.ts';
import type { ScoringContext } from '#app/modules/scoring/commands/scoring-context.server.ts';
import { makeBody, makeInitiative, makeMembership, makeOrganisation, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  as,
  assignmentOf,
  idOf,
  makeScene,
  openScene,
  review,
  signIn,
  valueOf,
  type Opened,
  type Scene,
} from './scene.ts';

const own = useTestDatabase();
let scene: Scene;
let opened: Opened;
let people: { personId: string; context: ScoringContext }[];
let first: string;
let second: string;

beforeEach(async () => {
  scene = await makeScene(own.database, { reviewers: 3, initiatives: 2 });
  opened = await openScene(own.database, scene);
  people = scene.reviewers;
  [first = '', second = ''] = scene.initiativeIds;
});

const reviewAs = async (index: number, initiativeId: string, points: [string, string]) => {
  const person = people[index];
  if (!person) throw new Error('no such reviewer');
  await review(person.context, assignmentOf(opened, person.personId, initiativeId), ...points);
};

async function everybodyReviews(): Promise<void> {
  for (const [index] of people.entries()) {
    await reviewAs(index, first, ['4', String(index)]);
    await reviewAs(index, second, ['1', 'abstain']);
  }
}

describe('who sees what', () => {
  test('the chair sees who handed in, and no points before closing', async () => {
    await reviewAs(0, first, ['4', '3']);
    const progress = await roundProgress(own.database, scene.chair.actor, opened.roundId, testNow);
    const entry = progress?.entries.find(({ handedIn }) => handedIn === 1);
    expect(entry).toMatchObject({ missingReviews: 1, missingReviewers: 0 });
    expect(entry?.reviewers.map(({ state }) => state).sort()).toEqual(['declare', 'declare', 'handed-in']);
    expect(JSON.stringify(progress)).not.toMatch(/points|reason":"Daarom/);
    expect((await roundResult(own.database, scene.chair.actor, opened.roundId, testNow, 'nl'))?.scores).toBeNull();
  });

  test('the body sees ranking, spread and reasons after closing, without names', async () => {
    await everybodyReviews();
    valueOf(await closeRound(opened.roundId, scene.chair));
    const view = await roundResult(own.database, scene.chair.actor, opened.roundId, testNow, 'nl');
    expect(view?.scores?.entries.map(({ rank, result }) => [rank, result.totalHundredths])).toEqual([
      [1, 7500],
      [2, 2500],
    ]);
    expect(view?.scores?.entries[0]?.criteria).toMatchObject([
      { averageHundredths: 400, spread: 0, isHighSpread: false },
      { averageHundredths: 100, spread: 2, isHighSpread: true },
    ]);
    expect(view?.scores?.money).toMatchObject({ available: 10_000_00, reached: 2000_00, left: 8000_00 });
    const text = JSON.stringify(view);
    for (const { personId, context } of people) {
      expect(text).not.toContain(personId);
      expect(text).not.toContain(context.actor.person?.name ?? '!');
      expect(text).not.toContain(context.actor.person?.email ?? '!');
    }
  });

  test('somebody of the body with an interest waits for the decision', async () => {
    await everybodyReviews();
    const organisationId = await makeOrganisation(own.database);
    const member = await signIn(own.database, 'member', scene.bodyId, organisationId);
    await own.database.initiativePartner.create({ data: { initiativeId: first, organisationId } });
    valueOf(await closeRound(opened.roundId, scene.chair));
    const view = await roundResult(own.database, member.actor, opened.roundId, testNow, 'nl');
    expect(view?.scores?.entries).toHaveLength(1);
    expect(view?.scores?.keptOut).toHaveLength(1);
  });

  test('the public sees initiatives and criteria, and no score before the decision; the submitter sees their own', async () => {
    await everybodyReviews();
    const visitor = { ...scene.chair.actor, person: null, roles: [], organisations: [] };
    const see = (actor: ScoringContext['actor']) => publicRound(own.database, actor, opened.slug, testNow, 'nl');
    const open = await see(visitor);
    expect(open?.criteria.items).toHaveLength(2);
    expect(open?.entries.map(({ scored }) => scored)).toEqual([null, null]);
    valueOf(await closeRound(opened.roundId, scene.chair));
    const closed = await see(visitor);
    expect(closed).toMatchObject({ phase: 'closed', money: null });
    expect(JSON.stringify(closed)).not.toContain('Daarom.');
    const { submitterId } = await own.database.initiative.findUniqueOrThrow({ where: { id: first } });
    const submitter = await as(own.database, submitterId ?? '');
    const seen = (await see(submitter.actor))?.entries ?? [];
    expect(seen.map(({ isOwn, scored }) => [isOwn, scored?.rank ?? null])).toEqual([
      [true, 1],
      [false, null],
    ]);
    expect(JSON.stringify(seen)).not.toContain(submitterId);
  });

  test('a stranger and a malformed id get nothing', async () => {
    const stranger = await signIn(own.database, 'chair', await makeBody(own.database));
    expect(await roundResult(own.database, stranger.actor, opened.roundId, testNow, 'nl')).toBeNull();
    expect(await roundProgress(own.database, stranger.actor, opened.roundId, testNow)).toBeNull();
    expect(await roundProgress(own.database, scene.chair.actor, 'x', testNow)).toBeNull();
    expect(await publicRound(own.database, stranger.actor, 'bestaat-niet', testNow, 'nl')).toBeNull();
  });

  test('what left the round is not offered to enter it again', async () => {
    const [entry] = opened.assignments;
    if (!entry) throw new Error('an assignment');
    const waiting = await makeInitiative(own.database, { bodyId: scene.bodyId, stage: 'accepted' });
    valueOf(await leaveRound({ entryId: entry.entryId, reason: 'Er zijn te weinig beoordelaars.' }, scene.chair));
    const progress = await roundProgress(own.database, scene.chair.actor, opened.roundId, testNow);
    expect(progress?.waiting.map(({ id }) => id)).toEqual([waiting]);
  });
});

describe('the result with which a decision is published', () => {
  test('can be computed again from what is in it, and names nobody', async () => {
    const organisationId = await makeOrganisation(own.database, { name: 'Stichting Buurt' });
    const sitting = await signIn(own.database, 'reviewer', scene.bodyId, organisationId);
    const entry = await own.database.roundEntry.findFirstOrThrow({
      where: { roundId: opened.roundId, initiativeId: first },
    });
    valueOf(
      await assignReviewers({ roundId: opened.roundId, entryIds: [entry.id], personIds: [idOf(sitting)] }, scene.chair),
    );
    await everybodyReviews();
    const assignment = await own.database.reviewAssignment.findFirstOrThrow({ where: { personId: idOf(sitting) } });
    await review(sitting, assignment.id, '0', 'abstain');
    const kept = people[0];
    if (kept) {
      valueOf(
        await declareInterest(
          { assignmentId: assignmentOf(opened, kept.personId, first), kind: 'family', note: 'Mijn broer' },
          kept.context,
        ),
      );
    }
    valueOf(await closeRound(opened.roundId, scene.chair));
    const view = await entryResult(own.database, entry.id);
    if (view === null) throw new Error('no result');
    expect(scoreEntry(view.criteria, view.reviews)).toEqual(view.result);
    expect(view.recusals).toEqual([{ interest: 'family', count: 1 }]);
    expect(view.abstentions).toEqual({ eigenaarschap: 0, haalbaar: 1 });
    expect(view.reviews.map(({ organisation }) => organisation).sort()).toEqual(['Stichting Buurt', null, null].sort());
    // two reviewers gave 4, one 0: 8/12 × 2/3; the second criterion 1 and 2: 3/8 × 1/3
    expect(view.result.totalHundredths).toBe(5694);
    const text = JSON.stringify(view);
    expect(text).not.toContain('Mijn broer');
    for (const { personId } of [...people, { personId: idOf(sitting) }]) expect(text).not.toContain(personId);
  });

  test('keeps the number of a reviewer when an interest is declared after closing', async () => {
    await everybodyReviews();
    valueOf(await closeRound(opened.roundId, scene.chair));
    const entry = await own.database.roundEntry.findFirstOrThrow({
      where: { roundId: opened.roundId, initiativeId: second },
    });
    const before = (await entryResult(own.database, entry.id))?.reviews.map(({ reviewer }) => reviewer) ?? [];
    const person = people[1];
    if (person)
      valueOf(
        await declareInterest(
          { assignmentId: assignmentOf(opened, person.personId, second), kind: 'board', note: '' },
          person.context,
        ),
      );
    const after = (await entryResult(own.database, entry.id))?.reviews.map(({ reviewer }) => reviewer) ?? [];
    expect(after).toHaveLength(2);
    expect(before).toEqual(expect.arrayContaining(after));
  });

  test('a role that ended meanwhile changes nothing', async () => {
    await everybodyReviews();
    valueOf(await closeRound(opened.roundId, scene.chair));
    const entry = await own.database.roundEntry.findFirstOrThrow({
      where: { roundId: opened.roundId, initiativeId: first },
    });
    const before = await entryResult(own.database, entry.id);
    await own.database.bodyMembership.deleteMany({ where: { bodyId: scene.bodyId, role: 'reviewer' } });
    await makeMembership(own.database, { personId: people[0]?.personId ?? '', bodyId: scene.bodyId, role: 'member' });
    expect(await entryResult(own.database, entry.id)).toEqual(before);
  });
});
