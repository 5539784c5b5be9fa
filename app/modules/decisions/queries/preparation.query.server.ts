import type { Instant } from '#app/kernel/instant.ts';
import { editableCents } from '#app/kernel/money.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { typedProposal, type TypedProposal } from '../form.ts';
import { mayPrepare } from '../policy.ts';
import type { PlanBasis } from '../proposal-basis.ts';
import { fitted } from '../typed-proposal.ts';
import { planBasis } from './plan-basis.server.ts';
import { interestsIn } from './scores.server.ts';

/** Why nothing can be prepared now. */
export type PreparationBlock = 'interest' | 'stage' | 'granted' | 'granted-unpaid' | 'already-prepared';

/** No other decision takes the place of a grant: what becomes of its money are payments and releases. */
const grantedStages: readonly Stage[] = ['granted', 'running', 'completed'];

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
    blocked:
      interests.size > 0
        ? 'interest'
        : basis.facts.outcomes.length === 0
          ? grantedStages.includes(basis.subject.stage)
            ? await grantBlock(database, initiativeId)
            : 'stage'
          : open === null
            ? null
            : 'already-prepared',
    preparedId: open?.id ?? null,
  };
}

function startingProposal(basis: PlanBasis, interestStatement: string): TypedProposal {
  const { facts, funds, subject, replaceable } = basis;
  const empty = typedProposal.parse({});
  return fitted(
    {
      ...empty,
      amount: subject.requested === 0 ? '' : editableCents(subject.requested),
      fundId: funds.length === 1 ? (funds[0]?.id ?? '') : '',
      takenOn: facts.today,
      interestStatement,
      replacesId: subject.stage === 'declined' || subject.stage === 'parked' ? (replaceable[0]?.id ?? '') : '',
    },
    basis,
  );
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
