import type { Instant } from '#app/kernel/instant.ts';
import { editableCents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { typedProposal, type TypedProposal } from '../form.ts';
import { mayPrepare } from '../policy.ts';
import { restOf } from '../proposal.ts';
import type { PlanBasis } from '../proposal-basis.ts';
import { fitted } from '../typed-proposal.ts';
import { planBasis } from './plan-basis.server.ts';
import { interestsIn } from './scores.server.ts';

/** Why nothing can be prepared now. */
export type PreparationBlock = 'interest' | 'stage' | 'granted-open' | 'granted-paid' | 'already-prepared';

export type PreparationView = {
  basis: PlanBasis;
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
  const basis = await planBasis(database, initiativeId, now);
  if (basis === null || actor.person === null || !mayPrepare(actor, basis.body.id).ok) return null;
  const key = { initiativeId, personId: actor.person.id };
  const [interests, draft, open] = await Promise.all([
    interestsIn(
      database,
      { initiativeId, organisationId: basis.subject.organisation?.id ?? null },
      [key.personId],
      now,
    ),
    database.decisionDraft.findUnique({ where: { initiativeId_personId: key } }),
    database.decision.findFirst({ where: { initiativeId, state: 'prepared' }, select: { id: true } }),
  ]);
  const fresh = startingProposal(basis, interestStatement);
  return {
    basis,
    typed: draft === null ? fresh : fitted(typedProposal.parse(draft.fields), basis),
    draftSavedAt: draft?.savedAt ?? null,
    blocked: interests.size > 0 ? 'interest' : open === null ? blockOf(basis) : 'already-prepared',
    preparedId: open?.id ?? null,
  };
}

function blockOf({ facts, subject }: PlanBasis): PreparationBlock | null {
  if (facts.outcomes.length === 0) return 'stage';
  return subject.stage === 'granted' ? grantBlock({ facts, subject }) : null;
}

/** Stages in which a decision stands that a new one takes the place of. */
const comesBack: readonly Stage[] = ['declined', 'parked', 'granted'];

function startingProposal(basis: PlanBasis, interestStatement: string): TypedProposal {
  const { facts, funds, subject, replaceable } = basis;
  const empty = typedProposal.parse({});
  return fitted(
    {
      ...empty,
      amount:
        subject.requested === 0 ? '' : editableCents(restOf({ requested: subject.requested, earlier: facts.earlier })),
      fundId: funds.length === 1 ? (funds[0]?.id ?? '') : '',
      takenOn: facts.today,
      interestStatement,
      replacesId: comesBack.includes(subject.stage) ? (replaceable[0]?.id ?? '') : '',
    },
    basis,
  );
}

/**
 * What a grant that was given before keeps from being replaced: money of it that is promised still, or nothing left to
 * grant. Null: another grant can take its place.
 */
function grantBlock({ facts, subject }: Pick<PlanBasis, 'facts' | 'subject'>): PreparationBlock | null {
  if (facts.earlier.open > 0) return 'granted-open';
  const { requested } = subject;
  return requested > 0 && restOf({ requested, earlier: facts.earlier }) <= 0 ? 'granted-paid' : null;
}
