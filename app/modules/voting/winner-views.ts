import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { WaitingStep } from './views.ts';
import type { AwardState, PublicBlock, WinnerBlock } from './winner.ts';

/** How it stands with a winner, for everybody. */
export type WinnerLine = {
  number: number;
  slug: string;
  title: string;
  cost: Cents;
  state: AwardState;
  /** Number of the published decision on it. */
  decision: string | null;
  /** Why no decision can be taken on it yet; null: one can, or was. */
  waits: PublicBlock | null;
  /** Another vote that it won, and that kept or got money for it. */
  elsewhere: WonElsewhere | null;
};

/** A vote that a plan on the ballot of another one won. */
export type WonElsewhere = { slug: string; title: string; state: 'won' | 'granted' };

/** Plans on a ballot that have, or may get, money by another vote: what they ask in all, and what they won or got there. */
export type PlanWonElsewhere = {
  number: number;
  planSlug: string;
  planTitle: string;
  requested: Cents;
  got: Cents;
  /** What is left of what it asks, after everything that was granted or won elsewhere. */
  asked: Cents;
  vote: WonElsewhere;
};

export type VoteFollows = {
  /** In the order in which they won. */
  winners: WinnerLine[];
  /** Counts that were wrong, the last first. */
  annulled: { attempt: number; reason: string; at: Instant }[];
};

export type WorkWinner = WinnerLine & {
  initiativeId: string;
  /** The proposal that waits for a confirmer. */
  preparedId: string | null;
  /** Null: can be taken over with the others. */
  block: WinnerBlock | null;
};

export type WinnerWork = VoteFollows & {
  work: WorkWinner[];
  /** Who sits at the table. */
  members: { personId: string; name: string }[];
  mayTakeOver: boolean;
  /** An annulment that waits for a second person. */
  annulment: (WaitingStep & { reason: string }) | null;
  /** Whether the actor has an interest in what can be chosen, and whether everybody else has who could do it. */
  hasInterest: boolean;
  nobodyFree: boolean;
};

/** A vote in which a plan took part, for the page of that plan. */
export type VoteOfPlan = { slug: string; title: string; votes: number; voters: number; decision: string | null } & (
  { state: AwardState } | { state: 'lost' }
);
