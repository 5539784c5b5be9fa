import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { leastParticipants, type Proposal } from '#app/modules/decisions/proposal.ts';
import type { PlanBasis } from '#app/modules/decisions/proposal-basis.ts';
import type { Stage } from '#app/modules/initiatives/stage.ts';

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
export type WinnerBlock =
  | 'prepared'
  | 'other-vote'
  /** A round scores it: it is left, or closed, first. */
  | 'round'
  | 'explores'
  /** Money of an earlier decision stands open. */
  | 'money-open'
  /** At its stage nothing is granted. */
  | 'stage'
  /** Fewer than two of the body have no interest in it. */
  | 'interests'
  | 'changed'
  | 'costs';

/** Why no decision can be taken on a winner now, as everybody may read on its own page too. */
export type PublicBlock = Extract<WinnerBlock, 'other-vote' | 'round' | 'explores'>;

/** What the stage of a plan says of it; null: nothing that keeps a decision away. */
export function stageBlock(stage: Stage): 'round' | 'explores' | null {
  if (stage === 'exploring') return 'explores';
  return stage === 'scoring' ? 'round' : null;
}

export function winnerBlock(
  { plan, preparedId }: WaitingWinner,
  voteId: string,
  read: ReadonlySet<number>,
): WinnerBlock | null {
  const { vote, facts, subject, members } = plan;
  if (preparedId !== null) return 'prepared';
  if (vote === null || vote.voteId !== voteId) return 'other-vote';
  if (!facts.outcomes.includes('grant')) return stageBlock(subject.stage) ?? 'stage';
  if (facts.earlier.open > 0) return 'money-open';
  if (members.filter(({ interest }) => interest === null).length < leastParticipants) return 'interests';
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
