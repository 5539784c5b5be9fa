import type { Full } from '#app/modules/counting/category.ts';
import { count, type Rule } from '#app/modules/counting/count.ts';
import { tried } from '#app/modules/counting/comparison/comparison.ts';
import { nameOf } from '#app/modules/counting/comparison/rules.ts';
import { spreadOf } from '#app/modules/counting/comparison/spread.ts';
import { toldCount } from '#app/modules/counting/comparison/told-count.ts';
import { costOf, electionOf, type Election } from '#app/modules/counting/election.ts';
import type { Shut } from '#app/modules/counting/explain.ts';
import { cents, subtractCents, type Cents } from '#app/kernel/money.ts';
import { countedCategories, type VoteCategory } from './category.ts';
import type { VoteResult } from './result.ts';
import type { CountingRule } from './vote.ts';

export type Turnout = VoteResult['turnout'];

/**
 * Counts ballots by the rule of a vote.
 * @param projects what could be chosen; `name` is not used to decide
 * @param categories what may go to the plans of each together
 * @param ballots numbers of projects for each voter
 * @param lots numbers of projects in the order that each lot gave them, for ties that votes and cost do not break
 */
export function tally(
  {
    amount,
    projects,
    categories,
    rule,
  }: {
    amount: Cents;
    projects: readonly { number: number; cost: Cents; category?: number | null }[];
    categories: readonly VoteCategory[];
    rule: CountingRule;
  },
  ballots: readonly (readonly number[])[],
  lots: readonly (readonly number[])[],
  turnout: Turnout,
): VoteResult {
  const placeOf = new Map(projects.map(({ number }, place) => [number, place]));
  const numberAt = (place: number) => projects[place]?.number ?? 0;
  const places = (numbers: readonly number[]) => numbers.flatMap((number) => placeOf.get(number) ?? []);
  const election = electionOf(
    amount,
    projects.map(({ number, cost }) => ({ id: String(number), name: String(number), cost })),
    ballots.map(places),
  );
  const method: Rule['method'] =
    rule.method === 'equal-shares' ? { name: rule.method, completion: rule.completion ?? 'none' } : { name: 'greedy' };
  const limits = countedCategories(categories, projects);
  const counting = { method, minimumVotes: rule.minimumVotes, lots: lots.map(places), categories: limits };
  const votes = election.votes.map((votes, place) => ({ project: numberAt(place), votes }));
  const standing = { voters: election.voters, votes, turnout };
  const outcome = count(election, counting);
  if (!outcome.ok) return { is: 'tie', ...standing, tied: outcome.tie.projects.map(numberAt) };
  const own = comparedBy(election, counting);
  const greedy = comparedBy(election, { ...counting, method: { name: 'greedy' } });
  const named = ({ winners, tied, ...one }: typeof own) => ({
    ...one,
    winners: winners.map(numberAt),
    tied: tied.map(numberAt),
  });
  const told = toldCount(election, counting, outcome, own.endowment);
  const numbered = <Line extends { readonly project: number }>(line: Line) => ({
    ...line,
    project: numberAt(line.project),
  });
  const inCategory = (full: Full): Full => ({ ...full, category: limits[full.category]?.number ?? 0 });
  const shut = (line: Shut) => ({
    project: numberAt(line.project),
    ...inCategory({ category: line.category, left: line.left }),
  });
  return {
    is: 'outcome',
    ...standing,
    ...told,
    winners: own.winners.map(numberAt),
    lots: lots.map((order) => [...order]),
    rounds: told.rounds.map((round) => ({
      ...numbered(round),
      next: round.next.map(numbered),
      shuts: round.shuts.map(shut),
      popular: round.popular === null ? null : numbered(round.popular),
    })),
    missed: told.missed.map(numbered),
    shut: told.shut.map(shut),
    leftOver: told.leftOver.map((line) => ({
      ...numbered(line),
      full: line.full === null ? null : inCategory(line.full),
    })),
    compared: own.name === greedy.name ? [named(own)] : [named(own), named(greedy)],
  };
}

/** What a rule makes of a vote; a tie that only this rule meets goes by the order of the ballot, and is told. */
function comparedBy(election: Election, asked: Rule) {
  const { outcome, tied } = tried(election, asked);
  const winners = [...outcome.bought, ...outcome.added];
  const spent = cents(costOf(election, winners));
  const { endowment } = outcome;
  return {
    name: nameOf(asked.method),
    winners,
    tied: [...tied],
    spent,
    left: subtractCents(election.budget, spent),
    endowment: endowment === null ? null : cents(endowment.numerator / endowment.denominator),
    ...spreadOf(election, winners),
  };
}

/** Turnout of areas without those that are too small to tell, nor the one that follows from the others and the sum. */
export function protectedTurnout(counts: readonly { areaCode: string; voters: number }[], least: number): Turnout {
  const bySize = [...counts].sort((one, other) => one.voters - other.voters);
  const small = bySize.filter(({ voters }) => voters < least);
  const hidden = new Set((small.length === 1 ? bySize.slice(0, 2) : small).map(({ areaCode }) => areaCode));
  return [...counts]
    .sort((one, other) => (one.areaCode < other.areaCode ? -1 : 1))
    .map(({ areaCode, voters }) => ({ areaCode, voters: hidden.has(areaCode) ? null : voters }));
}
