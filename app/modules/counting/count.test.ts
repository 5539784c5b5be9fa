import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { categoriesOf, electionFrom, orders, plainVotes, votesWithCategories } from '#tests/counting/votes.ts';
import { textbookCount, type PlainVote } from '#tests/counting/textbook.ts';
import { count, type Rule } from './count.ts';
import { costOf } from './election.ts';
import { completions, type Completion } from './equal-shares/completion.ts';

const ruleOf = (completion: Completion | 'greedy', lots: readonly number[] = []): Rule => ({
  method: completion === 'greedy' ? { name: 'greedy' } : { name: 'equal-shares', completion },
  minimumVotes: 1,
  lots: [lots],
});
const sorted = (projects: readonly number[]) => [...projects].sort((one, other) => one - other);
const winners = (vote: PlainVote, rule: Rule) => {
  const outcome = count(electionFrom(vote), rule);
  return outcome.ok ? sorted([...outcome.bought, ...outcome.added]) : null;
};
const votesOf = ({ costs, ballots }: PlainVote) =>
  costs.map((_, project) => ballots.filter((ballot) => ballot.includes(project)).length);

describe('beside the textbook, in fractions', () => {
  describe.each([
    ['any votes', plainVotes('any')],
    ['votes with ties', plainVotes('tied')],
    ['categories', votesWithCategories('any')],
    ['categories with ties', votesWithCategories('tied')],
  ])('%s', (_, votes) => {
    test.each(completions)('completion %s', (completion) => {
      fc.assert(
        fc.property(votes, fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), (vote, keys) => {
          const drawn = vote.costs.map((_, project) => ({ project, key: keys[project] ?? 0 }));
          const lots = drawn.sort((one, other) => one.key - other.key).map(({ project }) => project);
          const lot = (tied: readonly number[]) => lots.find((project) => tied.includes(project)) ?? -1;
          const { bought, added } = textbookCount(vote, completion, lot);
          const rule = { ...ruleOf(completion, lots), categories: categoriesOf(vote) };
          expect(count(electionFrom(vote), rule)).toMatchObject({ ok: true, bought, added });
        }),
        { numRuns: 300 },
      );
    });
  });
});

test('to the last part of a cent: what everybody wants and costs all the money is bought', () => {
  const cost = fc.integer({ min: 1, max: 100_000 });
  fc.assert(
    fc.property(fc.tuple(cost, cost, cost), fc.integer({ min: 3, max: 60 }), (costs, voters) => {
      const tooDear = [0, 1, 2, 3, 4, 5].map(() => 10_000_000);
      // Different ballots, so that everybody's money is kept apart.
      const ballots = [...Array(voters).keys()].map((voter) => [
        0,
        1,
        2,
        ...tooDear.flatMap((_, at) => ((voter >> at) % 2 === 1 ? [3 + at] : [])),
      ]);
      const vote = { budget: costs[0] + costs[1] + costs[2], costs: [...costs, ...tooDear], ballots };
      expect(winners(vote, ruleOf('none'))).toEqual([0, 1, 2]);
    }),
  );
});

describe('ties', () => {
  test('each has its own lot, which moves nothing of an earlier one', () => {
    const ballots = [[3, 4], [2], [2], [1, 3, 4, 5], [5], [4], [1, 2], [1, 3]].flatMap((one) => [one, one]);
    const vote = { budget: 700_00, costs: [100_00, 100_00, 200_00, 100_00, 100_00, 200_00], ballots };
    const counted = (...lots: number[][]) => count(electionFrom(vote), { ...ruleOf('none'), lots });
    const [first, second, third] = [
      [1, 3],
      [4, 1],
      [4, 1, 3],
    ] as const;
    expect(counted()).toMatchObject({ tie: { projects: [1, 3] } });
    expect(counted([...first])).toMatchObject({ tie: { projects: [1, 4] } });
    expect(counted([...first], [...second])).toMatchObject({ tie: { projects: [1, 3, 4] } });
    expect(counted([...first], [...second], [...third])).toMatchObject({ bought: [4, 1, 2, 3] });
    // joined to one order, 3 went before 1, which nobody drew
    expect(counted([3, 4, 1])).toMatchObject({ bought: [3, 4, 2] });
  });

  test.each([...completions, 'greedy'] as const)('without one, every lot gives the same winners: %s', (rule) => {
    fc.assert(
      fc.property(plainVotes('tied'), (vote) => {
        const outcome = winners(vote, ruleOf(rule));
        const all = orders(vote.costs.length).map((lots) => String(winners(vote, ruleOf(rule, lots))));
        if (outcome !== null) expect(new Set(all)).toEqual(new Set([String(outcome)]));
        else if (rule === 'none' || rule === 'greedy') expect(new Set(all).size).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });

  test('names who is tied', () => {
    const vote = { budget: 300, costs: [200, 200, 100], ballots: [[0], [1], [2], [0, 1, 2]] };
    expect(count(electionFrom(vote), ruleOf('greedy'))).toEqual({
      ok: false,
      tie: { projects: [0, 1], endowment: null },
    });
    const shared = { budget: 400, costs: [200, 200], ballots: [[0, 1], [0, 1], [0], [1], []] };
    expect(count(electionFrom({ ...shared, budget: 450 }), ruleOf('none'))).toEqual({
      ok: false,
      tie: { projects: [0, 1], endowment: 90 },
    });
  });

  test('most votes, then lowest cost', () => {
    expect(winners({ budget: 300, costs: [300, 200], ballots: [[0], [1]] }, ruleOf('greedy'))).toEqual([1]);
    expect(winners({ budget: 300, costs: [300, 200], ballots: [[0], [0, 1]] }, ruleOf('greedy'))).toEqual([0]);
  });
});

describe('whatever the vote', () => {
  const rules = [...completions, 'greedy'] as const;

  test.each(rules)('never over the budget, and nobody without votes wins: %s', (rule) => {
    fc.assert(
      fc.property(plainVotes('any'), (vote) => {
        const chosen = winners(vote, ruleOf(rule)) ?? [];
        expect(costOf(electionFrom(vote), chosen)).toBeLessThanOrEqual(vote.budget);
        expect(chosen.every((project) => (votesOf(vote)[project] ?? 0) > 0)).toBe(true);
        expect(new Set(chosen).size).toBe(chosen.length);
      }),
    );
  });

  test.each(rules)(
    'never over the ceiling of a category, and a ceiling that is never met changes nothing: %s',
    (rule) => {
      fc.assert(
        fc.property(votesWithCategories('any'), (vote) => {
          const lots = vote.costs.map((_, project) => project);
          const categories = categoriesOf(vote);
          const chosen = winners(vote, { ...ruleOf(rule, lots), categories }) ?? [];
          const election = electionFrom(vote);
          for (const { projects, budget } of categories)
            expect(
              costOf(
                election,
                chosen.filter((project) => projects.includes(project)),
              ),
            ).toBeLessThanOrEqual(budget);
          const roomy = categories.map((one) => ({ ...one, budget: cents(costOf(election, one.projects)) }));
          expect(winners(vote, { ...ruleOf(rule, lots), categories: roomy })).toEqual(
            winners(vote, ruleOf(rule, lots)),
          );
        }),
      );
    },
  );

  test.each(['add1u', 'utilitarian', 'greedy'] as const)('exhaustive: %s', (rule) => {
    fc.assert(
      fc.property(plainVotes('any'), (vote) => {
        const chosen = winners(vote, ruleOf(rule));
        fc.pre(chosen !== null);
        const left = vote.budget - costOf(electionFrom(vote), chosen);
        const fitting = vote.costs.filter(
          (cost, project) => !chosen.includes(project) && (votesOf(vote)[project] ?? 0) > 0 && cost <= left,
        );
        expect(fitting).toEqual([]);
      }),
    );
  });

  test.each(rules)('the order of ballots and projects does not matter: %s', (rule) => {
    fc.assert(
      fc.property(plainVotes('tied'), (vote) => {
        const last = vote.costs.length - 1;
        const turned = {
          budget: vote.budget,
          costs: vote.costs.toReversed(),
          ballots: vote.ballots.map((ballot) => ballot.map((project) => last - project)).toReversed(),
        };
        const back = winners(turned, ruleOf(rule))?.map((project) => last - project) ?? null;
        expect(back === null ? null : sorted(back)).toEqual(winners(vote, ruleOf(rule)));
      }),
    );
  });

  test('more money never takes away what everybody chose', () => {
    fc.assert(
      fc.property(plainVotes('any'), fc.nat({ max: 5000 }), (vote, more) => {
        const unanimous = { ...vote, ballots: vote.ballots.map((ballot) => sorted([...new Set([0, ...ballot])])) };
        const before = winners(unanimous, ruleOf('none'));
        const after = winners({ ...unanimous, budget: vote.budget + more }, ruleOf('none'));
        fc.pre(before !== null && after !== null && before.includes(0));
        expect(after).toContain(0);
      }),
    );
  });
});

describe('categories', () => {
  test.each([...completions, 'greedy'] as const)('none gets more than its money: %s', (rule) => {
    fc.assert(
      fc.property(votesWithCategories('any'), (vote) => {
        const categories = categoriesOf(vote);
        const chosen = winners(vote, { ...ruleOf(rule), categories }) ?? [];
        for (const { projects, budget } of categories)
          expect(
            costOf(
              electionFrom(vote),
              projects.filter((project) => chosen.includes(project)),
            ),
          ).toBeLessThanOrEqual(budget);
      }),
    );
  });

  test('one that could hold everything changes nothing', () => {
    fc.assert(
      fc.property(plainVotes('tied'), fc.constantFrom(...completions, 'greedy' as const), (vote, rule) => {
        const all = { projects: [...vote.costs.keys()], budget: cents(vote.costs.reduce((a, b) => a + b, 0)) };
        expect(winners(vote, { ...ruleOf(rule), categories: [all] })).toEqual(winners(vote, ruleOf(rule)));
      }),
    );
  });

  test('the next that fits goes instead, and who is tied for the last money of a category is said', () => {
    const vote = { budget: 1000, costs: [300, 300, 200], ballots: [[0, 1, 2], [0, 1], [0], [1], [2]] };
    const green = { projects: [0, 1], budget: cents(500) };
    const tied = count(electionFrom(vote), { ...ruleOf('greedy'), categories: [green] });
    expect(tied).toEqual({ ok: false, tie: { projects: [0, 1], endowment: null } });
    expect(winners(vote, { ...ruleOf('greedy', [1, 0, 2]), categories: [green] })).toEqual([1, 2]);
    expect(winners(vote, ruleOf('greedy'))).toEqual([0, 1, 2]);
  });
});

test('too few votes cannot win', () => {
  const vote = { budget: 500, costs: [200, 300], ballots: [[0], [0], [1]] };
  expect(winners(vote, ruleOf('greedy'))).toEqual([0, 1]);
  expect(winners(vote, { ...ruleOf('greedy'), minimumVotes: 2 })).toEqual([0]);
});

test('nobody voted: nobody wins', () => {
  for (const rule of [...completions, 'greedy'] as const)
    expect(winners({ budget: 500, costs: [200], ballots: [] }, ruleOf(rule))).toEqual([]);
});
