import { beforeEach, describe, expect, test } from 'vitest';
import { calendarDate, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { assignReviewers } from '#app/modules/scoring/commands/assign-reviewers.server.ts';
import { declareInterest } from '#app/modules/scoring/commands/declare-interest.server.ts';
import { enterRound } from '#app/modules/scoring/commands/enter-round.server.ts';
import { leaveRound } from '#app/modules/scoring/commands/leave-round.server.ts';
import { openRound } from '#app/modules/scoring/commands/open-round.server.ts';
import { removeAssignment } from '#app/modules/scoring/commands/remove-assignment.server.ts';
import {
  makeBody,
  makeCriteria,
  makeFund,
  makeInitiative,
  makeMembership,
  makeOrganisation,
  makePerson,
} from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  as,
  assignmentOf,
  assignmentsIn,
  idOf,
  makeScene,
  openScene,
  orderFor,
  review,
  signIn,
  valueOf,
  type Scene,
} from './scene.ts';

const own = useTestDatabase();
let scene: Scene;

beforeEach(async () => {
  scene = await makeScene(own.database, { reviewers: 2, initiatives: 2 });
});

describe('opening a round', () => {
  test('freezes criteria, lets initiatives enter in their version, assigns and tells the reviewers', async () => {
    const fresh = await makeCriteria(own.database, { bodyId: scene.bodyId, frozen: false });
    const { roundId, slug } = valueOf(
      await openRound(orderFor(scene, { criteriaVersionId: fresh.versionId, title: 'Ronde één' }), scene.chair),
    );
    expect(slug).toMatch(/^ronde-een/);
    expect(
      (await own.database.criteriaVersion.findUniqueOrThrow({ where: { id: fresh.versionId } })).frozenAt,
    ).not.toBeNull();
    const entries = await own.database.roundEntry.findMany({
      where: { roundId },
      include: { initiative: { include: { events: true } } },
    });
    expect(entries).toHaveLength(2);
    for (const { initiative, version, requestedCents } of entries) {
      expect(version).toBe(1);
      expect(requestedCents).toBe(1000_00n);
      expect(initiative.stage).toBe('scoring');
      expect(initiative.dueOn && fromDateColumn(initiative.dueOn)).toBe('2026-12-04');
      expect(initiative.events).toMatchObject([
        { kind: 'entered-round', bodyId: scene.bodyId, detail: { roundSlug: slug } },
      ]);
    }
    expect(await assignmentsIn(own.database, roundId)).toHaveLength(4);
    const [jobs] = await own.database.$queryRaw<[{ count: bigint }]>`
      select count(*) from graphile_worker.jobs where task_identifier = 'mail-reviews-waiting' and key like ${`mail-reviews-waiting:${roundId}:%`}`;
    expect(jobs.count).toBe(2n);
  });

  test('two rounds of the same title have addresses of their own', async () => {
    const [first, second] = scene.initiativeIds;
    const one = await openScene(own.database, scene, { title: 'Zelfde naam', initiativeIds: [first ?? ''] });
    const other = await openScene(own.database, scene, { title: 'Zelfde naam', initiativeIds: [second ?? ''] });
    expect([one.slug, other.slug]).toEqual(['zelfde-naam', 'zelfde-naam-2']);
  });

  test('a double post opens one round', async () => {
    const order = orderFor(scene, { title: 'Dubbel' });
    const outcomes = await Promise.all([openRound(order, scene.chair), openRound(order, scene.chair)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await own.database.round.count({ where: { bodyId: scene.bodyId } })).toBe(1);
  });

  test('an initiative enters one of two rounds that open at the same instant', async () => {
    const outcomes = await Promise.all([
      openRound(orderFor(scene), scene.chair),
      openRound(orderFor(scene), scene.chair),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
      reason: expect.stringMatching(/^(stage-does-not-allow|title-taken)$/) as string,
    });
    expect(await own.database.roundEntry.count({ where: { initiativeId: { in: scene.initiativeIds } } })).toBe(2);
  });

  test.each([
    [
      'a last day in the past',
      { opensOn: calendarDate('2026-11-01'), closesOn: calendarDate('2026-11-20') },
      'period-in-the-past',
    ],
    ['an end before the begin', { opensOn: calendarDate('2026-12-05') }, 'period-backwards'],
    ['a first day in the past', { opensOn: calendarDate('2026-11-20') }, 'begin-in-the-past'],
    ['a round of many years', { closesOn: calendarDate('2062-12-04') }, 'period-too-long'],
    ['no reviews at all', { minimumReviews: 0 }, 'minimum-off-range'],
    ['an unknown body', { bodyId: newId() }, 'body-unknown'],
    ['a malformed body', { bodyId: "'; drop table round; --" }, 'body-unknown'],
    ['unknown criteria', { criteriaVersionId: newId() }, 'criteria-unknown'],
    ['an unknown fund', { fundId: newId() }, 'fund-unknown'],
    ['an unknown initiative', { initiativeIds: [newId()] }, 'initiative-unknown'],
    ['a malformed initiative', { initiativeIds: ['../1'] }, 'initiative-unknown'],
    ['an unknown reviewer', { reviewerIds: [newId()] }, 'reviewer-unknown'],
  ])('refuses %s and leaves nothing behind', async (_name, given, reason) => {
    expect(await openRound(orderFor(scene, given), scene.chair)).toEqual({ ok: false, reason });
    expect(await own.database.round.count({ where: { bodyId: scene.bodyId } })).toBe(0);
  });

  test('refuses what belongs to another body', async () => {
    const otherBody = await makeBody(own.database);
    const theirCriteria = await makeCriteria(own.database, { bodyId: otherBody });
    const theirFund = await makeFund(own.database, { bodyId: otherBody });
    const theirInitiative = await makeInitiative(own.database, { bodyId: otherBody, stage: 'accepted' });
    const theirReviewer = await signIn(own.database, 'reviewer', otherBody);
    const tries = [
      [{ criteriaVersionId: theirCriteria.versionId }, 'criteria-unknown'],
      [{ fundId: theirFund }, 'fund-unknown'],
      [{ initiativeIds: [theirInitiative] }, 'initiative-unknown'],
      [{ reviewerIds: [idOf(theirReviewer)] }, 'reviewer-unknown'],
      [{ bodyId: otherBody }, 'role-needed'],
    ] as const;
    for (const [given, reason] of tries)
      expect(await openRound(orderFor(scene, given), scene.chair)).toEqual({ ok: false, reason });
  });

  test.each(['reviewer', 'member', 'budget_holder', 'loket', 'treasurer'])(
    'a %s does not open rounds',
    async (role) => {
      expect(await openRound(orderFor(scene), await signIn(own.database, role, scene.bodyId))).toEqual({
        ok: false,
        reason: 'role-needed',
      });
    },
  );

  test('outside demo mode a chair needs the second factor', async () => {
    const withoutFactor = await as(own.database, idOf(scene.chair), scene.chair.now, false);
    expect(await openRound(orderFor(scene), withoutFactor)).toEqual({ ok: false, reason: 'second-factor-needed' });
  });

  test('a chair with an interest does not let that initiative enter', async () => {
    const organisationId = await makeOrganisation(own.database, { members: [idOf(scene.chair)] });
    const tied = await makeInitiative(own.database, { bodyId: scene.bodyId, stage: 'accepted', organisationId });
    expect(await openRound(orderFor(scene, { initiativeIds: [tied] }), scene.chair)).toEqual({
      ok: false,
      reason: 'interest-keeps-out',
    });
  });
});

describe('a round that is open', () => {
  test('takes initiatives and reviewers that come later', async () => {
    const [first, second] = scene.initiativeIds;
    const opened = await openScene(own.database, scene, { initiativeIds: [first ?? ''], reviewerIds: [] });
    expect(await enterRound({ roundId: opened.roundId, initiativeIds: [second ?? ''] }, scene.chair)).toEqual({
      ok: true,
      value: { entered: 1 },
    });
    const entry = await own.database.roundEntry.findFirstOrThrow({
      where: { roundId: opened.roundId, initiativeId: second ?? '' },
    });
    const late = {
      roundId: opened.roundId,
      entryIds: [entry.id],
      personIds: scene.reviewers.map(({ personId }) => personId),
    };
    expect(await assignReviewers(late, scene.chair)).toEqual({ ok: true, value: { assigned: 2, withInterest: 0 } });
    expect(await assignReviewers(late, scene.chair)).toEqual({ ok: false, reason: 'already-assigned' });
  });

  test('assigns somebody once, also when two chairs do it at the same instant', async () => {
    const opened = await openScene(own.database, scene, { reviewerIds: [] });
    const [entry] = await own.database.roundEntry.findMany({ where: { roundId: opened.roundId } });
    const order = {
      roundId: opened.roundId,
      entryIds: [entry?.id ?? ''],
      personIds: [scene.reviewers[0]?.personId ?? ''],
    };
    const other = await signIn(own.database, 'programme_manager', scene.bodyId);
    const outcomes = await Promise.all([assignReviewers(order, scene.chair), assignReviewers(order, other)]);
    expect(outcomes).toContainEqual({ ok: true, value: { assigned: 1, withInterest: 0 } });
    expect(outcomes).toContainEqual({ ok: false, reason: 'already-assigned' });
  });

  test('warns when the product knows an interest of who is assigned', async () => {
    const [reviewer] = scene.reviewers;
    const organisationId = await makeOrganisation(own.database, { members: [reviewer?.personId ?? ''] });
    const partnered = await makeInitiative(own.database, {
      bodyId: scene.bodyId,
      stage: 'accepted',
      partnerIds: [organisationId],
    });
    const outcome = await openRound(orderFor(scene, { initiativeIds: [partnered] }), scene.chair);
    expect(outcome).toMatchObject({ ok: true, value: { withInterest: 1 } });
  });

  test('takes reviewers of a werkgroep of the body, for the organisation they sit for', async () => {
    const werkgroep = await makeBody(own.database, { kind: 'werkgroep', parentId: scene.bodyId });
    const organisationId = await makeOrganisation(own.database);
    const member = await signIn(own.database, 'member', werkgroep, organisationId);
    const opened = await openScene(own.database, scene, { reviewerIds: [idOf(member)] });
    expect(
      await own.database.reviewAssignment.findMany({ where: { roundEntry: { roundId: opened.roundId } } }),
    ).toMatchObject([{ organisationId }, { organisationId }]);
  });

  test('does not take who was a reviewer until yesterday', async () => {
    const personId = await makePerson(own.database);
    await makeMembership(own.database, {
      personId,
      bodyId: scene.bodyId,
      role: 'reviewer',
      endsOn: calendarDate('2026-11-20'),
    });
    expect(await openRound(orderFor(scene, { reviewerIds: [personId] }), scene.chair)).toEqual({
      ok: false,
      reason: 'reviewer-unknown',
    });
  });

  test('takes back an assignment that was not begun, and no other', async () => {
    const opened = await openScene(own.database, scene, { initiativeIds: [scene.initiativeIds[0] ?? ''] });
    const [first, second] = scene.reviewers;
    const begun = assignmentOf(opened, first?.personId ?? '');
    if (first) valueOf(await declareInterest({ assignmentId: begun, kind: 'employer', note: '' }, first.context));
    expect(await removeAssignment(begun, scene.chair)).toEqual({ ok: false, reason: 'assignment-begun' });
    const untouched = assignmentOf(opened, second?.personId ?? '');
    expect(await removeAssignment(untouched, await signIn(own.database, 'reviewer', scene.bodyId))).toEqual({
      ok: false,
      reason: 'assignment-unknown',
    });
    expect(await removeAssignment(untouched, scene.chair)).toEqual({ ok: true, value: undefined });
    expect(await removeAssignment(untouched, scene.chair)).toEqual({ ok: false, reason: 'assignment-unknown' });
    expect(await removeAssignment('1; delete', scene.chair)).toEqual({ ok: false, reason: 'assignment-unknown' });
  });

  test('lets an initiative leave with a reason; its reviews stay', async () => {
    const opened = await openScene(own.database, scene);
    const [reviewer] = scene.reviewers;
    const [initiativeId] = scene.initiativeIds;
    const assignmentId = assignmentOf(opened, reviewer?.personId ?? '', initiativeId);
    if (reviewer) await review(reviewer.context, assignmentId, '3', '3');
    const entryId = opened.assignments.find(({ id }) => id === assignmentId)?.entryId ?? '';
    expect(await leaveRound({ entryId, reason: '  ' }, scene.chair)).toEqual({ ok: false, reason: 'reason-needed' });
    expect(await leaveRound({ entryId, reason: 'Er zijn te weinig beoordelaars.' }, scene.chair)).toEqual({
      ok: true,
      value: undefined,
    });
    const initiative = await own.database.initiative.findUniqueOrThrow({
      where: { id: initiativeId ?? '' },
      include: { events: { orderBy: { sequence: 'asc' } } },
    });
    expect(initiative.stage).toBe('accepted');
    expect(initiative.events.at(-1)).toMatchObject({ kind: 'left-round', reason: 'Er zijn te weinig beoordelaars.' });
    expect(await own.database.review.count({ where: { assignmentId, state: 'submitted' } })).toBe(1);
    expect(await leaveRound({ entryId, reason: 'Nog een keer dan maar.' }, scene.chair)).toEqual({
      ok: false,
      reason: 'entry-unknown',
    });
    const again = { roundId: opened.roundId, initiativeIds: [initiativeId ?? ''] };
    expect(await enterRound(again, scene.chair)).toEqual({ ok: false, reason: 'already-entered' });
    const [other] = scene.reviewers.slice(1);
    if (other) {
      const late = {
        assignmentId: assignmentOf(opened, other.personId, initiativeId),
        kind: 'none',
        note: '',
      } as const;
      expect(await declareInterest(late, other.context)).toEqual({ ok: false, reason: 'left-round' });
    }
  });

  test('is unknown to other bodies, and read only for the controlegroep', async () => {
    const opened = await openScene(own.database, scene);
    const stranger = await signIn(own.database, 'chair', await makeBody(own.database));
    const office =
      (await own.database.body.findUnique({ where: { slug: 'programmabureau' } }))?.id ??
      (await makeBody(own.database, { slug: 'programmabureau', kind: 'programme' }));
    const order = { roundId: opened.roundId, initiativeIds: [newId()] };
    expect(await enterRound(order, stranger)).toEqual({ ok: false, reason: 'round-unknown' });
    expect(await enterRound(order, await signIn(own.database, 'controlegroep', office))).toEqual({
      ok: false,
      reason: 'role-needed',
    });
    expect(await enterRound({ ...order, roundId: 'x' }, scene.chair)).toEqual({ ok: false, reason: 'round-unknown' });
    const manager = await signIn(own.database, 'programme_manager', office);
    expect(await enterRound(order, manager)).toEqual({ ok: false, reason: 'initiative-unknown' });
  });
});
