import type { Cents } from '#app/kernel/money.ts';
import type { Outcome, Rule } from '../count.ts';
import type { Election } from '../election.ts';
import type { LeftOver } from '../explain-greedy.ts';
import { explain, type Missed, type Other, type Round, type Shut } from '../explain.ts';
import { nameOf, type RuleName } from './rules.ts';

/** A round as it is told: of what was not bought only what came nearest. */
export type ToldRound = Omit<Round, 'others' | 'noRoom'> & {
  readonly votes: number;
  /** Could pay too, and bought fewer effective votes: the best two. */
  readonly next: readonly Exclude<Other, { why: 'cannot-pay' }>[];
  /** A project with more votes whose supporters could not pay: the one with the most votes. */
  readonly popular: { readonly project: number; readonly votes: number; readonly missing: Cents } | null;
};

/** A count as a page tells it. */
export type ToldCount = {
  readonly rule: RuleName;
  readonly endowment: Cents | null;
  readonly rounds: readonly ToldRound[];
  /** What could not be bought when nobody could pay for anything more, nearest first. */
  readonly missed: readonly Missed[];
  /** What was passed over in the rounds because its category had too little left. */
  readonly shut: readonly Shut[];
  readonly leftOver: readonly (LeftOver & { readonly votes: number })[];
  readonly spent: Cents;
  readonly leftOfBudget: Cents;
};

const mostNext = 2;

export function toldCount(election: Election, rule: Rule, outcome: Outcome, endowment: Cents | null): ToldCount {
  const { rounds, missed, shut, leftOver, spent, leftOfBudget } = explain(election, rule, outcome);
  const votes = (project: number) => election.votes[project] ?? 0;
  return {
    rule: nameOf(rule.method),
    endowment,
    rounds: rounds.map(({ others, noRoom: _, ...round }) => {
      const payable = others.filter((other) => other.why !== 'cannot-pay');
      const popular = others
        .filter((other) => other.why === 'cannot-pay')
        .filter(({ project }) => votes(project) > votes(round.project))
        .sort((one, other) => votes(other.project) - votes(one.project))[0];
      return {
        ...round,
        votes: votes(round.project),
        next: payable.sort((one, other) => other.effective - one.effective).slice(0, mostNext),
        popular:
          popular === undefined
            ? null
            : { project: popular.project, votes: votes(popular.project), missing: popular.missing },
      };
    }),
    missed,
    shut,
    leftOver: leftOver.map((one) => ({ ...one, votes: votes(one.project) })),
    spent,
    leftOfBudget,
  };
}
