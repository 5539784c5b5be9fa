import { count, type Rule } from '#app/modules/counting/count.ts';
import { electionOf, type Election } from '#app/modules/counting/election.ts';
import { explain } from '#app/modules/counting/explain.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { VoteResult } from './result.ts';
import type { CountingRule } from './vote.ts';

export type Turnout = VoteResult['turnout'];

/**
 * Counts ballots by the rule of a vote.
 * @param projects what could be chosen; `name` is not used to decide
 * @param ballots numbers of projects for each voter
 * @param lots numbers of projects in the order that lots gave them, for ties that votes and cost do not break
 */
export function tally(
  {
    amount,
    projects,
    rule,
  }: { amount: Cents; projects: readonly { number: number; cost: Cents }[]; rule: CountingRule },
  ballots: readonly (readonly number[])[],
  lots: readonly number[],
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
  const counting = { method, minimumVotes: rule.minimumVotes, lots: places(lots) };
  const votes = election.votes.map((votes, place) => ({ project: numberAt(place), votes }));
  const standing = { voters: election.voters, votes, turnout };
  const outcome = count(election, counting);
  if (!outcome.ok) return { is: 'tie', ...standing, tied: outcome.tie.projects.map(numberAt) };
  const { rounds, leftOver, spent, leftOfBudget } = explain(election, counting, outcome);
  const won = [...outcome.bought, ...outcome.added];
  const most = method.name === 'greedy' ? null : count(election, { ...counting, method: { name: 'greedy' } });
  const wonByMost = most?.ok === true ? most.added : null;
  return {
    is: 'outcome',
    ...standing,
    winners: won.map(numberAt),
    endowment: outcome.endowment === null ? null : cents(outcome.endowment.numerator / outcome.endowment.denominator),
    rounds: rounds.map((round) => ({
      ...round,
      noRoom: round.noRoom.map(numberAt),
      project: numberAt(round.project),
      others: round.others.map((other) => ({ ...other, project: numberAt(other.project) })),
    })),
    leftOver: leftOver.map((turn) => ({ ...turn, project: numberAt(turn.project) })),
    spent,
    leftOfBudget,
    withWinner: votersWithOne(election, won),
    byMostVotes: wonByMost?.map(numberAt) ?? null,
    byMostVotesWithWinner: wonByMost === null ? null : votersWithOne(election, wonByMost),
  };
}

function votersWithOne({ ballots }: Election, won: readonly number[]): number {
  const winners = new Set(won);
  return ballots.reduce((sum, { voters, chosen }) => sum + (chosen.some((one) => winners.has(one)) ? voters : 0), 0);
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
