import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { typedProposal, type TypedProposal } from '../form.ts';
import { mayPrepare } from '../policy.ts';
import type { AssignmentBasis } from '../proposal-basis.ts';
import { fitted } from '../typed-proposal.ts';
import { assignmentBasis } from './assignment-basis.server.ts';
import { interestsIn } from './scores.server.ts';

export type Choice = { id: string; name: string };

/** Which bodies this person may give assignments for, and who can get one. */
export type AssignmentChoices = { bodies: Choice[]; organisations: Choice[] };

export async function assignmentChoices(database: Database, actor: Actor): Promise<AssignmentChoices> {
  const bodies = await database.body.findMany({ orderBy: { position: 'asc' }, select: { id: true, name: true } });
  return {
    bodies: bodies.filter(({ id }) => mayPrepare(actor, id).ok),
    organisations: await organisationChoices(database),
  };
}

export async function organisationChoices(database: Database): Promise<Choice[]> {
  return database.organisation.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
}

export type AssignmentPreparation = {
  draftId: string;
  basis: AssignmentBasis;
  typed: TypedProposal;
  draftSavedAt: Instant;
  /** Whether who prepares it has an interest in the organisation, which keeps them out. */
  hasInterest: boolean;
  choices: AssignmentChoices;
};

/**
 * The form of an assignment without a plan, as its draft says.
 * @returns the id of the decision when it was laid before a confirmer, null when there is no such draft of this person
 */
export async function assignmentPreparation(
  database: Database,
  actor: Actor,
  draftId: string,
  now: Instant,
): Promise<AssignmentPreparation | { laidAs: string } | null> {
  if (actor.person === null || !isId(draftId)) return null;
  const personId = actor.person.id;
  const laid = await database.decision.findFirst({
    where: { id: draftId, proposerId: personId },
    select: { id: true },
  });
  if (laid !== null) return { laidAs: laid.id };
  const draft = await database.assignmentDraft.findFirst({ where: { id: draftId, personId } });
  if (draft === null || !mayPrepare(actor, draft.bodyId).ok) return null;
  const basis = await assignmentBasis(database, draft, now);
  if (basis === null) return null;
  const { bodyId, organisationId } = draft;
  const interests = await interestsIn(database, { initiativeId: null, organisationId }, [personId], now);
  return {
    draftId,
    basis,
    typed: fitted({ ...typedProposal.parse(draft.fields), bodyId, organisationId }, basis),
    draftSavedAt: draft.savedAt,
    hasInterest: interests.size > 0,
    choices: await assignmentChoices(database, actor),
  };
}

/**
 * What stands in the form of a new assignment.
 * @param interestStatement words to begin with, in the language of the register
 */
export function startingAssignment(now: Instant, interestStatement: string): TypedProposal {
  return typedProposal.parse({
    outcome: 'grant',
    instrument: 'assignment',
    takenOn: dayInAmsterdam(now),
    interestStatement,
  });
}
