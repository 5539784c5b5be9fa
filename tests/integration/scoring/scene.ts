import { randomUUID } from 'node:crypto';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import { declareInterest } from '#app/modules/scoring/commands/declare-interest.server.ts';
import { handInReview } from '#app/modules/scoring/commands/hand-in-review.server.ts';
import { openRound, type OpenRound } from '#app/modules/scoring/commands/open-round.server.ts';
import type { ScoringContext } from '#app/modules/scoring/commands/scoring-context.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import {
  makeBody,
  makeCriteria,
  makeFund,
  makeInitiative,
  makeMembership,
  makePerson,
  testNow,
  type MadeCriteria,
} from '#tests/factories/index.ts';

/** A body with a chair, reviewers, criteria and a fund, and accepted initiatives that wait for a round. */
export type Scene = {
  bodyId: string;
  chair: ScoringContext;
  reviewers: { personId: string; context: ScoringContext }[];
  criteria: MadeCriteria;
  fundId: string;
  initiativeIds: string[];
};

/** Acts as a person with the roles of today. */
export async function as(
  database: Database,
  personId: string,
  now: Instant = testNow,
  secondFactor = true,
): Promise<ScoringContext> {
  return { actor: await actorOfPerson(database, personId, { now, demo: false, secondFactor }), now, database };
}

export async function signIn(
  database: Database,
  role: string,
  bodyId: string,
  organisationId?: string,
): Promise<ScoringContext> {
  const personId = await makePerson(database);
  await makeMembership(database, {
    personId,
    bodyId,
    role,
    ...(organisationId === undefined ? {} : { organisationId }),
  });
  return as(database, personId);
}

export async function makeScene(
  database: Database,
  given: { reviewers?: number; initiatives?: number; frozen?: boolean } = {},
): Promise<Scene> {
  const bodyId = await makeBody(database);
  const chair = await signIn(database, 'chair', bodyId);
  const reviewers: Scene['reviewers'] = [];
  for (let index = 0; index < (given.reviewers ?? 2); index += 1) {
    const context = await signIn(database, 'reviewer', bodyId);
    reviewers.push({ personId: idOf(context), context });
  }
  const initiativeIds: string[] = [];
  for (let index = 0; index < (given.initiatives ?? 1); index += 1) {
    initiativeIds.push(await makeInitiative(database, { bodyId, stage: 'accepted' }));
  }
  const criteria = await makeCriteria(database, { bodyId, frozen: given.frozen ?? true });
  return { bodyId, chair, reviewers, criteria, fundId: await makeFund(database, { bodyId }), initiativeIds };
}

export function idOf(context: ScoringContext): string {
  if (context.actor.person === null) throw new Error('nobody is signed in');
  return context.actor.person.id;
}

/** A round that runs at `testNow`, with every initiative and reviewer of the scene. */
export function orderFor(scene: Scene, given: Partial<OpenRound> = {}): OpenRound {
  return {
    bodyId: scene.bodyId,
    title: 'Ronde najaar',
    criteriaVersionId: scene.criteria.versionId,
    opensOn: calendarDate('2026-11-21'),
    closesOn: calendarDate('2026-12-04'),
    minimumReviews: 2,
    fundId: scene.fundId,
    initiativeIds: scene.initiativeIds,
    reviewerIds: scene.reviewers.map(({ personId }) => personId),
    formKey: randomUUID(),
    ...given,
  };
}

export type Opened = {
  roundId: string;
  slug: string;
  assignments: { id: string; personId: string; entryId: string; initiativeId: string }[];
};

export async function openScene(database: Database, scene: Scene, given: Partial<OpenRound> = {}): Promise<Opened> {
  const { roundId, slug } = valueOf(await openRound(orderFor(scene, given), scene.chair));
  return { roundId, slug, assignments: await assignmentsIn(database, roundId) };
}

export async function assignmentsIn(database: Database, roundId: string): Promise<Opened['assignments']> {
  const rows = await database.reviewAssignment.findMany({
    where: { roundEntry: { roundId } },
    include: { roundEntry: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id, personId, roundEntryId, roundEntry }) => ({
    id,
    personId,
    entryId: roundEntryId,
    initiativeId: roundEntry.initiativeId,
  }));
}

/** The assignment of a reviewer; of the scene's only initiative unless another is named. */
export function assignmentOf(opened: Opened, personId: string, initiativeId?: string): string {
  const found = opened.assignments.find(
    (one) => one.personId === personId && (initiativeId === undefined || one.initiativeId === initiativeId),
  );
  if (found === undefined) throw new Error('not assigned');
  return found.id;
}

/** A posted score sheet for the two criteria of `makeCriteria`. */
export function sheet(own: string, feasible: string, reason = 'Daarom.'): FormData {
  const form = new FormData();
  form.set('choice-eigenaarschap', own);
  form.set('reason-eigenaarschap', reason);
  form.set('choice-haalbaar', feasible);
  form.set('reason-haalbaar', reason);
  return form;
}

/** Declares to have no interest and hands in a review. */
export async function review(
  context: ScoringContext,
  assignmentId: string,
  own: string,
  feasible: string,
): Promise<void> {
  valueOf(await declareInterest({ assignmentId, kind: 'none', note: '' }, context));
  const outcome = await handInReview({ assignmentId, revision: 1, form: sheet(own, feasible) }, context);
  if (valueOf(outcome).state !== 'handed-in') throw new Error('not handed in');
}

/** What came of something that a test takes for granted. */
export function valueOf<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.reason}`);
  return outcome.value;
}

/** The rule of the database that something breaks, past every check of the commands; null when it is allowed. */
export async function ruleOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return /rule "([^"]+)"/.exec(String(error))?.[1] ?? String(error);
  }
}
