import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Proposal } from '#app/modules/decisions/proposal.ts';
import type { PlanBasis } from '#app/modules/decisions/proposal-basis.ts';

/** What became of a winner (`vote_award_state`). */
export const awardStates = [
  'won',
  'granted',
  'declined',
  'withdrawn',
  'referred',
  'granted-elsewhere',
  'annulled',
] as const;

export type AwardState = (typeof awardStates)[number];

/** What the body says once for all winners that it takes over. */
export type TakeOver = {
  takenOn: CalendarDate;
  motivation: string;
  interestStatement: string;
  conditions: string;
  /** Who sat at the table. Whoever has an interest in a plan stays out of that plan by itself. */
  present: ReadonlySet<string>;
  /** Numbers of plans that changed after they were put up, whose new version the body read. */
  read: ReadonlySet<number>;
};

/** A winner that waits for a decision, with what a proposal on it rests on. */
export type WaitingWinner = { plan: PlanBasis; preparedId: string | null };

/** What keeps a winner from being taken over with the others. */
export type WinnerBlock = 'prepared' | 'other-vote' | 'stage' | 'changed' | 'costs';

export function winnerBlock(
  { plan, preparedId }: WaitingWinner,
  voteId: string,
  read: ReadonlySet<number>,
): WinnerBlock | null {
  const { vote, facts, subject } = plan;
  if (preparedId !== null) return 'prepared';
  if (vote === null || vote.voteId !== voteId) return 'other-vote';
  if (!facts.outcomes.includes('grant') || facts.earlier.open > 0) return 'stage';
  if (subject.version !== vote.version && !read.has(vote.number)) return 'changed';
  // each asks a question of its own, which the form of that plan puts
  return facts.costFlags.length > 0 ? 'costs' : null;
}

/** The proposal to grant a winner what it costs on the ballot. */
export function winnerProposal({ plan }: WaitingWinner, takeOver: TakeOver): Proposal {
  const { vote, facts, members, replaceable } = plan;
  return {
    outcome: 'grant',
    amount: facts.requested,
    amountNote: '',
    instrument: 'subsidy',
    serviceKindId: null,
    costAnswers: [],
    fundId: vote?.fundId ?? null,
    conditions: takeOver.conditions,
    referToBodyId: null,
    method: 'consent',
    takenOn: takeOver.takenOn,
    motivation: takeOver.motivation,
    interestStatement: takeOver.interestStatement,
    criteria: [],
    attendance: members
      .filter(({ personId }) => takeOver.present.has(personId))
      .map(({ personId, interest }) => ({
        ...{ personId, vote: null, interest },
        part: interest === null ? 'took-part' : 'recused',
      })),
    objections: [],
    replacesId: facts.mustReplace ? (replaceable[0]?.id ?? null) : null,
    assignment: null,
  };
}
