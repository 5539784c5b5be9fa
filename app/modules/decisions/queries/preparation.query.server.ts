import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { cents, editableCents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { typedProposal, type TypedProposal } from '../form.ts';
import { possibleOutcomes } from '../outcome.ts';
import { mayPrepare } from '../policy.ts';
import type { ProposalBasis } from '../proposal-basis.ts';
import { proposalBasis } from './proposal-basis.server.ts';
import { interestsIn } from './scores.server.ts';

/** Why nothing can be prepared now. */
export type PreparationBlock = 'interest' | 'stage' | 'granted' | 'granted-unpaid' | 'already-prepared';

/** No other decision takes the place of a grant: what becomes of its money are payments and releases. */
const grantedStages: readonly Stage[] = ['granted', 'running', 'completed'];

export type PreparationView = {
  basis: ProposalBasis;
  /** What stands in the form at first: a draft, what was prepared, or what the product knows already. */
  typed: TypedProposal;
  draftSavedAt: Instant | null;
  blocked: PreparationBlock | null;
  /** The proposal that lies open already. */
  preparedId: string | null;
};

/**
 * The form to prepare a decision on an initiative.
 * @param interestStatement words to begin with, in the language of the register
 * @returns null when it is not there for this person
 */
export async function preparation(
  database: Database,
  actor: Actor,
  initiativeId: string,
  now: Instant,
  interestStatement: string,
): Promise<PreparationView | null> {
  const basis = await proposalBasis(database, initiativeId, now);
  if (basis === null || actor.person === null || !mayPrepare(actor, basis.body.id).ok) return null;
  const key = { initiativeId, personId: actor.person.id };
  const [interests, draft, open] = await Promise.all([
    interestsIn(database, initiativeId, [key.personId]),
    database.decisionDraft.findUnique({ where: { initiativeId_personId: key } }),
    database.decision.findFirst({ where: { initiativeId, state: 'prepared' }, select: { id: true } }),
  ]);
  const fresh = startingProposal(basis, interestStatement);
  return {
    basis,
    typed: draft === null ? fresh : fitted(typedProposal.parse(draft.fields), basis),
    draftSavedAt: draft?.savedAt ?? null,
    blocked:
      interests.size > 0
        ? 'interest'
        : possibleOutcomes(basis.initiative.stage).length === 0
          ? grantedStages.includes(basis.initiative.stage)
            ? await grantBlock(database, initiativeId)
            : 'stage'
          : open === null
            ? null
            : 'already-prepared',
    preparedId: open?.id ?? null,
  };
}

export type ChangeView = {
  basis: ProposalBasis;
  typed: TypedProposal;
  revision: number;
  decisionId: string;
  draftSavedAt: Instant | null;
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
  if (row === null || row.initiativeId === null || !mayPrepare(actor, row.bodyId).ok) return null;
  const basis = await proposalBasis(database, row.initiativeId, now);
  if (basis === null) return null;
  const typed: TypedProposal = {
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
  // changes that were saved and not laid before the confirmer yet
  const draft = await database.decisionDraft.findUnique({
    where: { initiativeId_personId: { initiativeId: row.initiativeId, personId: actor.person.id } },
  });
  return {
    basis,
    typed: fitted(draft === null ? typed : typedProposal.parse(draft.fields), basis),
    revision: row.revision,
    decisionId,
    draftSavedAt: draft?.savedAt ?? null,
  };
}

function startingProposal(basis: ProposalBasis, interestStatement: string): TypedProposal {
  const { facts, funds, initiative, replaceable } = basis;
  const empty = typedProposal.parse({});
  return fitted(
    {
      ...empty,
      amount: initiative.requested === 0 ? '' : editableCents(initiative.requested),
      fundId: funds.length === 1 ? (funds[0]?.id ?? '') : '',
      takenOn: facts.today,
      interestStatement,
      replacesId: initiative.stage === 'declined' || initiative.stage === 'parked' ? (replaceable[0]?.id ?? '') : '',
    },
    basis,
  );
}

/**
 * The rows of the form as they must be now: one for each criterion and each member, in that order, with what was typed
 * for them. Whoever has an interest stays out, also when the draft says otherwise.
 */
function fitted(typed: TypedProposal, { criteria, members, otherMoney }: ProposalBasis): TypedProposal {
  return {
    ...typed,
    costAnswers: otherMoney.map(({ key }) => ({
      flag: key,
      answer: typed.costAnswers.find(({ flag }) => flag === key)?.answer ?? '',
    })),
    criteria: criteria.map(({ id }) => ({
      criterionId: id,
      motivation: typed.criteria.find(({ criterionId }) => criterionId === id)?.motivation ?? '',
    })),
    attendance: members.map(({ personId, interest }) => {
      const row = typed.attendance.find((one) => one.personId === personId);
      if (interest !== null) return { personId, part: 'recused', vote: '', interest };
      return { personId, part: row?.part ?? '', vote: row?.vote ?? '', interest: row?.interest ?? '' };
    }),
  };
}

/** Whether the promised money lies there whole: then it can be released, and that is said. */
async function grantBlock(database: Database, initiativeId: string): Promise<PreparationBlock> {
  const ofPlan = { entry: { decision: { initiativeId } }, account: { kind: 'committed' } };
  const { _sum: open } = await database.posting.aggregate({ where: ofPlan, _sum: { amountCents: true } });
  const { _sum: promised } = await database.posting.aggregate({
    where: { ...ofPlan, entry: { kind: 'commitment', decision: { initiativeId } } },
    _sum: { amountCents: true },
  });
  const isWhole = promised.amountCents !== null && promised.amountCents === open.amountCents;
  return isWhole ? 'granted-unpaid' : 'granted';
}
