import { count, type Rule } from '#app/modules/counting/count.ts';
import { costOf, type Election } from '#app/modules/counting/election.ts';
import { readPabulib } from '#app/modules/counting/pabulib/read.ts';
import { ruleInFile } from '#app/modules/counting/pabulib/rule.ts';
import type { VoteOutcome } from './result.ts';

/** What a published file says when it is read and counted again, by nothing but itself. */
export type Recounted = {
  readonly election: Election;
  /** Numbers of projects that win, in order; null for a tie that the file does not break. */
  readonly winners: readonly number[] | null;
  /** Numbers of projects that the file says won. */
  readonly selected: readonly number[];
  /** In cents. */
  readonly spent: number;
};

/** @returns null for a file that cannot be counted */
export function recounted(text: string): Recounted | null {
  const read = readPabulib(text);
  if (!read.ok || read.vote.doubts.length > 0) return null;
  const { election, file, selected } = read.vote;
  const { method, minimumVotes, categories, lots } = ruleInFile(file);
  if (method === null || minimumVotes === null || categories === null || lots === null) return null;
  const rule: Rule = { method, minimumVotes, categories, lots };
  const outcome = count(election, rule);
  const numberAt = (place: number) => Number(election.projects[place]?.id ?? '');
  const won = outcome.ok ? [...outcome.bought, ...outcome.added] : null;
  return {
    election,
    winners: won === null ? null : won.map(numberAt),
    selected: (selected ?? []).map(numberAt),
    spent: won === null ? 0 : costOf(election, won),
  };
}

/** Whether a published file gives this outcome: the same winners, votes and amounts. */
export function agreesWith(text: string, result: Pick<VoteOutcome, 'winners' | 'spent' | 'voters' | 'votes'>): boolean {
  const again = recounted(text);
  if (again?.winners == null) return false;
  const same = (one: readonly number[], other: readonly number[]) =>
    one.length === other.length && one.every((number) => other.includes(number));
  const votes = new Map(again.election.projects.map(({ id }, place) => [Number(id), again.election.votes[place]]));
  return (
    same(again.winners, result.winners) &&
    same(again.winners, again.selected) &&
    again.spent === result.spent &&
    again.election.voters === result.voters &&
    result.votes.every((one) => votes.get(one.project) === one.votes)
  );
}
