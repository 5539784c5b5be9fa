import type { Fraction } from '#app/kernel/fraction.ts';
import type { Category } from './category.ts';
import type { Election } from './election.ts';
import { equalShares, type Completion } from './equal-shares/completion.ts';
import { prepare } from './equal-shares/prepared.ts';
import { greedily } from './greedy.ts';
import { lotsOf, type Tie } from './tie.ts';

/** How a vote is counted; fixed before it opens. */
export type Rule = {
  readonly method: { readonly name: 'greedy' } | { readonly name: 'equal-shares'; readonly completion: Completion };
  /** Fewer votes than this and a project cannot win; at least 1. */
  readonly minimumVotes: number;
  /** Projects in the order that each lot gave them, for ties that votes and cost do not break; the first lot that was drawn first. */
  readonly lots: readonly (readonly number[])[];
  /** What may go to some projects together at most. */
  readonly categories?: readonly Category[];
};

export type Outcome = {
  readonly ok: true;
  /** What Equal Shares bought, in order; with greedy nothing. */
  readonly bought: readonly number[];
  /** What won by most votes, in order. */
  readonly added: readonly number[];
  /** What every voter began with, in cents; null with greedy. */
  readonly endowment: Fraction | null;
};

/** Counts a vote exactly; the order of ballots and projects changes nothing. */
export function count(election: Election, rule: Rule): Outcome | { readonly ok: false; readonly tie: Tie } {
  const candidates = candidatesOf(election, rule);
  const lots = lotsOf(rule.lots);
  const { categories = [] } = rule;
  if (rule.method.name === 'equal-shares')
    return equalShares(prepare(election, candidates, categories), rule.method.completion, lots);
  const chosen = greedily({ election, candidates, categories }, [], lots);
  return chosen.ok ? { ok: true, bought: [], added: chosen.added, endowment: null } : chosen;
}

/** The projects with enough votes to win. */
export function candidatesOf({ projects, votes }: Election, { minimumVotes }: Rule): readonly number[] {
  return projects.map((_, at) => at).filter((at) => (votes[at] ?? 0) >= Math.max(1, minimumVotes));
}
