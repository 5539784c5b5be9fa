import type { Cents } from '#app/kernel/money.ts';
import type { PublishedVote } from './published-basis.ts';

/** A vote of residents that a plan won, whose money waits for the decision. */
export type WonVote = PublishedVote & {
  voteId: string;
  fundId: string;
  /** Decides on the winners, whichever body has the plan otherwise. */
  body: { id: string; slug: string; name: string };
  cost: Cents;
};
