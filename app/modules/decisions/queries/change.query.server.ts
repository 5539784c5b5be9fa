import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, editableCents } from '#app/kernel/money.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { typedProposal, type TypedProposal } from '../form.ts';
import { mayPrepare } from '../policy.ts';
import type { ProposalBasis } from '../proposal-basis.ts';
import { fitted } from '../typed-proposal.ts';
import { assignmentBasis } from './assignment-basis.server.ts';
import { organisationChoices, type Choice } from './assignment-preparation.query.server.ts';
import { planBasis } from './plan-basis.server.ts';

export type ChangeView = {
  basis: ProposalBasis;
  typed: TypedProposal;
  revision: number;
  decisionId: string;
  draftSavedAt: Instant | null;
  /** Who an assignment without a plan can go to; empty for a plan. */
  organisations: Choice[];
};

/** The form to change a prepared decision, for its proposer. @returns null when it is not there for this person */
export async function decisionToChange(
  database: Database,
  actor: Actor,
  decisionId: string,
  now: Instant,
): Promise<ChangeView | null> {
  if (actor.person === null || !isId(decisionId)) return null;
  const row = await database.decision.findFirst({
    where: { id: decisionId, state: 'prepared', proposerId: actor.person.id },
    include: { criteria: true, participants: true, costAnswers: true, objections: { orderBy: { position: 'asc' } } },
  });
  if (row === null || !mayPrepare(actor, row.bodyId).ok) return null;
  // an award without a plan follows from the rules of its fund
  if (row.initiativeId === null && row.instrument !== 'assignment') return null;
  // changes that were saved and not laid before the confirmer yet
  const draft = await draftOf(database, row, actor.person.id);
  const prepared: TypedProposal = {
    ...typedProposal.parse({}),
    outcome: row.outcome,
    amount: row.amountCents === null ? '' : editableCents(cents(row.amountCents)),
    amountNote: row.amountNote,
    instrument: row.instrument ?? '',
    serviceKindId: row.serviceKindId ?? '',
    fundId: row.fundId ?? '',
    conditions: row.conditions,
    referToBodyId: row.referToBodyId ?? '',
    method: row.method,
    takenOn: fromDateColumn(row.takenOn),
    motivation: row.motivation,
    interestStatement: row.interestStatement,
    replacesId: row.replacesId ?? '',
    bodyId: row.bodyId,
    organisationId: row.recipientOrganisationId ?? '',
    title: row.title,
    task: row.task ?? '',
    recipientReason: row.recipientReason ?? '',
    actielijnId: row.actielijnId ?? '',
    beginsOn: row.beginsOn === null ? '' : fromDateColumn(row.beginsOn),
    endsOn: row.endsOn === null ? '' : fromDateColumn(row.endsOn),
    criteria: row.criteria.map(({ criterionId, motivation }) => ({ criterionId, motivation })),
    attendance: row.participants.map(({ personId, part, vote, reason }) => ({
      personId: personId ?? '',
      part,
      vote: vote ?? '',
      interest: reason ?? '',
    })),
    objections: row.objections.map(({ objection, answer }) => ({ objection, answer })),
    costAnswers: row.costAnswers.map(({ flag, answer }) => ({ flag, answer })),
  };
  const typed = draft === null ? prepared : typedProposal.parse(draft.fields);
  const basis =
    row.initiativeId === null
      ? await assignmentBasis(database, { bodyId: row.bodyId, organisationId: typed.organisationId }, now)
      : await planBasis(database, row.initiativeId, now);
  if (basis === null) return null;
  return {
    basis,
    typed: fitted(typed, basis),
    revision: row.revision,
    decisionId,
    draftSavedAt: draft?.savedAt ?? null,
    organisations: row.initiativeId === null ? await organisationChoices(database) : [],
  };
}

async function draftOf(database: Database, row: { id: string; initiativeId: string | null }, personId: string) {
  const { id, initiativeId } = row;
  return initiativeId === null
    ? database.assignmentDraft.findFirst({ where: { id, personId } })
    : database.decisionDraft.findUnique({ where: { initiativeId_personId: { initiativeId, personId } } });
}
