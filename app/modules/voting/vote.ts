import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';

/** States of a vote; the database knows the same (constraint `vote_state`). */
export const voteStates = ['draft', 'announced', 'open', 'closed', 'counted', 'concluded', 'cancelled'] as const;

export type VoteState = (typeof voteStates)[number];

export type VoteMove = 'announce' | 'open' | 'close' | 'count' | 'conclude' | 'cancel';

/** The table of moves; `vote_keeps_its_rules` says the same. `conclude`: decisions take over the money that was set apart. */
const moves: Record<VoteMove, { from: readonly VoteState[]; to: VoteState }> = {
  announce: { from: ['draft'], to: 'announced' },
  open: { from: ['announced'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  count: { from: ['closed'], to: 'counted' },
  conclude: { from: ['counted'], to: 'concluded' },
  cancel: { from: ['draft', 'announced', 'open', 'closed'], to: 'cancelled' },
};

/** Whether a move can be made from a state. */
export function canMove(state: VoteState, move: VoteMove): boolean {
  return moves[move].from.includes(state);
}

/** What the clock asks of a vote now: nobody has to press for it. */
export function dueMove(
  { state, opensAt, closesAt }: { state: VoteState; opensAt: Instant; closesAt: Instant },
  now: Instant,
): 'open' | 'close' | null {
  if (state === 'announced' && opensAt <= now) return 'open';
  return state === 'open' && closesAt <= now ? 'close' : null;
}

/** States in which everybody sees a vote. */
export const publicStates = ['announced', 'open', 'closed', 'counted', 'concluded', 'cancelled'] as const;

export const ballotKinds = ['approval', 'at-most', 'fill-budget'] as const;

export type BallotKind = (typeof ballotKinds)[number];

export const methods = ['equal-shares', 'greedy'] as const;

export const completions = ['add1u', 'add1', 'utilitarian', 'none'] as const;

export type VoteCompletion = (typeof completions)[number];

/** How a ballot is filled in. `atMost` counts with `at-most` only. */
export type BallotRule = { ballot: BallotKind; atMost: number | null };

/** How ballots are counted. */
export type CountingRule = {
  method: (typeof methods)[number];
  /** With `equal-shares`. */
  completion: VoteCompletion | null;
  minimumVotes: number;
};

/** What a body prepares; fixed from the announcement on. */
export type VoteContent = BallotRule &
  CountingRule & {
    title: string;
    question: string;
    fundId: string;
    areaCodes: readonly string[];
    minimumAge: number;
    opensAt: Instant;
    closesAt: Instant;
    amount: Cents;
    byAccount: boolean;
    /** An account votes only after signing in by the identity provider. */
    byIdentity: boolean;
  };

/** Longest texts, in characters (`vote_texts`, `vote_lot_place`). */
export const longestVoteText = { title: 100, question: 1000, reason: 1000, motivation: 4000, place: 200 } as const;

/** Least number of people in an area before their turnout is shown, so that nobody can be told from it. */
export const leastShown = 10;

/** Codes on one set of sheets at most (`vote_sheet_codes`). */
export const mostCodes = 2000;
