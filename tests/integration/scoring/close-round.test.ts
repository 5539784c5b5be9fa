import { beforeEach, describe, expect, test } from 'vitest';
import { instant } from '#app/kernel/instant.ts';
import { moveInitiative } from '#app/modules/initiatives/commands/move-initiative.server.ts';
import { assignReviewers } from '#app/modules/scoring/commands/assign-reviewers.server.ts';
import { closeRound } from '#app/modules/scoring/commands/close-round.server.ts';
import { declareInterest } from '#app/modules/scoring/commands/declare-interest.server.ts';
import { handInReview } from '#app/modules/scoring/commands/hand-in-review.server.ts';
import { leaveRound } from '#app/modules/scoring/commands/leave-round.server.ts';
import { entryResult } from '#app/modules/scoring/queries/entry-result.query.server.ts';
import type { ScoringContext } from '#app/modules/scoring/commands/scoring-context.server.ts';
import { makeBody, makeOrganisation, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  as,
  assignmentOf,
  idOf,
  makeScene,
  openScene,
  review,
  sheet,
  signIn,
  valueOf,
  type Opened,
  type Scene,
  ruleOf,
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

const stageOf = async (id: string) => (await own.database.initiative.findUniqueOrThrow({ where: { id } })).stage;
const later = (context: ScoringContext) => as(own.database, idOf(context), instant('2026-12-05T08:00:00Z'));
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

describe('closing a round', () => {
  test('sends every initiative on to its decision and keeps what the fund could give', async () => {
    await everybodyReviews();
    expect(await closeRound(opened.roundId, scene.chair)).toEqual({ ok: true, value: undefined });
    const round = await own.database.round.findUniqueOrThrow({ where: { id: opened.roundId } });
    expect(round).toMatchObject({ state: 'closed', closedAt: testNow, availableCents: 10_000_00n });
    for (const id of [first, second]) {
      const initiative = await own.database.initiative.findUniqueOrThrow({
        where: { id },
        include: { events: { orderBy: { sequence: 'asc' } } },
      });
      expect(initiative.stage).toBe('deciding');
      expect(initiative.events.at(-1)).toMatchObject({ kind: 'round-closed', bodyId: scene.bodyId });
    }
    expect(await closeRound(opened.roundId, scene.chair)).toEqual({ ok: false, reason: 'round-closed' });
  });

  test('waits for the last review or the last day', async () => {
    for (const index of [0, 1]) for (const id of [first, second]) await reviewAs(index, id, ['2', '2']);
    expect(await closeRound(opened.roundId, scene.chair)).toEqual({ ok: false, reason: 'period-not-over' });
    expect(await closeRound(opened.roundId, await later(scene.chair))).toEqual({ ok: true, value: undefined });
  });

  test('needs the minimum of every initiative that stays in', async () => {
    for (const index of [0, 1]) await reviewAs(index, first, ['2', '2']);
    await reviewAs(0, second, ['2', '2']);
    const chair = await later(scene.chair);
    expect(await closeRound(opened.roundId, chair)).toEqual({ ok: false, reason: 'below-minimum' });
    expect(await stageOf(first)).toBe('scoring');
    const entry = await own.database.roundEntry.findFirstOrThrow({
      where: { roundId: opened.roundId, initiativeId: second },
    });
    valueOf(
      await leaveRound(
        { entryId: entry.id, reason: 'Te weinig beoordelingen; het plan gaat mee in de volgende ronde.' },
        chair,
      ),
    );
    expect(await closeRound(opened.roundId, chair)).toEqual({ ok: true, value: undefined });
    expect([await stageOf(first), await stageOf(second)]).toEqual(['deciding', 'accepted']);
  });

  test('counts nobody who could judge nothing towards the minimum', async () => {
    for (const index of [0, 1, 2]) await reviewAs(index, first, ['2', '2']);
    await reviewAs(0, second, ['2', 'abstain']);
    for (const index of [1, 2]) await reviewAs(index, second, ['abstain', 'abstain']);
    expect(await closeRound(opened.roundId, scene.chair)).toEqual({ ok: false, reason: 'below-minimum' });
  });

  test('does not wait for who is kept out by an interest, and keeps that they stayed out', async () => {
    for (const index of [0, 1]) for (const id of [first, second]) await reviewAs(index, id, ['2', '2']);
    await reviewAs(2, second, ['2', '2']);
    const kept = people[2];
    if (!kept) throw new Error('three reviewers');
    const organisationId = await makeOrganisation(own.database, { members: [kept.personId] });
    await own.database.initiativePartner.create({ data: { initiativeId: first, organisationId } });
    valueOf(await closeRound(opened.roundId, scene.chair));
    // the membership ends, the record stays
    await own.database.initiativePartner.deleteMany({ where: { initiativeId: first } });
    const entry = await own.database.roundEntry.findFirstOrThrow({
      where: { roundId: opened.roundId, initiativeId: first },
    });
    expect((await entryResult(own.database, entry.id))?.recusals).toEqual([
      { interest: 'shared-organisation', count: 1 },
    ]);
  });

  test('sets aside a review when the product learned of an interest after it was handed in', async () => {
    await everybodyReviews();
    const person = people[0];
    if (!person) throw new Error('three reviewers');
    const organisationId = await makeOrganisation(own.database, { members: [person.personId] });
    await own.database.initiativePartner.create({ data: { initiativeId: first, organisationId } });
    valueOf(await closeRound(opened.roundId, scene.chair));
    const assignmentId = assignmentOf(opened, person.personId, first);
    expect((await own.database.review.findUniqueOrThrow({ where: { assignmentId } })).state).toBe('set-aside');
  });

  test('leaves out what its submitter withdrew meanwhile', async () => {
    for (const index of [0, 1, 2]) await reviewAs(index, first, ['2', '2']);
    await own.database.$transaction((tx) =>
      moveInitiative(tx, {
        initiativeId: second,
        move: 'withdraw',
        revision: null,
        reason: null,
        actorId: null,
        at: testNow,
      }),
    );
    valueOf(await closeRound(opened.roundId, scene.chair));
    expect(await stageOf(second)).toBe('withdrawn');
    expect(await own.database.roundEntry.findFirstOrThrow({ where: { initiativeId: second } })).toMatchObject({
      leftKind: 'withdrawn',
    });
  });

  test('and handing in at the same instant: the review counts, or is refused', async () => {
    for (const index of [0, 1]) for (const id of [first, second]) await reviewAs(index, id, ['2', '2']);
    const last = people[2];
    if (!last) throw new Error('three reviewers');
    const assignmentId = assignmentOf(opened, last.personId, first);
    const context = await later(last.context);
    valueOf(await declareInterest({ assignmentId, kind: 'none', note: '' }, context));
    const [handedIn, closed] = await Promise.all([
      handInReview({ assignmentId, revision: 1, form: sheet('4', '4') }, context),
      closeRound(opened.roundId, await later(scene.chair)),
    ]);
    expect(closed.ok).toBe(true);
    const entry = await own.database.roundEntry.findFirstOrThrow({
      where: { roundId: opened.roundId, initiativeId: first },
    });
    const result = await entryResult(own.database, entry.id);
    expect(result?.reviews).toHaveLength(handedIn.ok ? 3 : 2);
    if (!handedIn.ok) expect(handedIn.reason).toBe('round-closed');
  });

  test('by two people at the same instant closes once', async () => {
    await everybodyReviews();
    const manager = await signIn(own.database, 'programme_manager', scene.bodyId);
    const outcomes = await Promise.all([closeRound(opened.roundId, scene.chair), closeRound(opened.roundId, manager)]);
    expect(outcomes).toContainEqual({ ok: true, value: undefined });
    expect(outcomes).toContainEqual({ ok: false, reason: 'round-closed' });
    expect(await own.database.initiativeEvent.count({ where: { initiativeId: first, kind: 'round-closed' } })).toBe(1);
  });

  test('is not for reviewers, members of other bodies, or forged ids', async () => {
    await everybodyReviews();
    const [reviewer] = people;
    if (reviewer)
      expect(await closeRound(opened.roundId, reviewer.context)).toEqual({ ok: false, reason: 'round-unknown' });
    expect(await closeRound(opened.roundId, await signIn(own.database, 'chair', await makeBody(own.database)))).toEqual(
      { ok: false, reason: 'round-unknown' },
    );
    expect(await closeRound('%00', scene.chair)).toEqual({ ok: false, reason: 'round-unknown' });
  });

  test('afterwards nothing in the round changes, whoever writes', async () => {
    await everybodyReviews();
    valueOf(await closeRound(opened.roundId, scene.chair));
    const where = { roundId: opened.roundId };
    expect(await ruleOf(own.database.round.update({ where: { id: opened.roundId }, data: { title: 'Anders' } }))).toBe(
      'round_closed',
    );
    expect(await ruleOf(own.database.roundEntry.updateMany({ where, data: { requestedCents: 1n } }))).toBe(
      'round_closed',
    );
    expect(
      await ruleOf(
        own.database.reviewAssignment.updateMany({ where: { roundEntry: where }, data: { organisationId: null } }),
      ),
    ).toBe('round_closed');
    const [entry] = await own.database.roundEntry.findMany({ where });
    const late = { roundId: opened.roundId, entryIds: [entry?.id ?? ''], personIds: [people[0]?.personId ?? ''] };
    expect(await assignReviewers(late, scene.chair)).toEqual({ ok: false, reason: 'round-closed' });
  });
});
