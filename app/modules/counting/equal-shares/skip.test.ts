import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction } from '#app/kernel/fraction.ts';
import { categoriesOf, electionFrom, plainVotes, votesWithCategories } from '#tests/counting/votes.ts';
import { candidatesOf, count } from '../count.ts';
import { branchesAt } from './branches.ts';
import { prepare } from './prepared.ts';
import { sameUntil } from './skip.ts';
import type { Lots } from '../tie.ts';

const step = 100;
const noLots: Lots = [];

test('nothing that is bought, and no tie, changes before the endowment that is given', () => {
  let skipped = 0;
  fc.assert(
    fc.property(
      fc.oneof(plainVotes('any'), plainVotes('tied'), votesWithCategories('any'), votesWithCategories('tied')),
      fc.integer({ min: 1, max: 90 }),
      (vote, times) => {
        const election = electionFrom(vote);
        const rule = { method: { name: 'greedy' }, minimumVotes: 1, lots: [] } as const;
        const prepared = prepare(election, candidatesOf(election, rule), categoriesOf(vote));
        const from = times * step;
        const until = sameUntil(prepared, from, step);
        expect((until - from) % step).toBe(0);
        const all = (cents: number) => {
          const { runs, tie } = branchesAt(prepared, fraction(cents), noLots);
          return JSON.stringify([runs.map(({ bought }) => bought), tie?.projects]);
        };
        for (let cents = from; cents <= until; cents += step) expect(all(cents)).toBe(all(from));
        skipped += until > from ? 1 : 0;
      },
    ),
    { numRuns: 1000 },
  );
  // the property says nothing of votes in which nothing can be skipped
  expect(skipped).toBeGreaterThan(50);
});

test('what one person alone wants is reached at once, with the endowment that it would have had step by step', () => {
  const costs = [50_000, 40_000, 30_000_000];
  const vote = { budget: 40_000_000, costs, ballots: [[0, 1], [0, 1], [0], [2]] };
  const categories = [{ projects: [0, 1], budget: 60_000 }];
  const election = electionFrom({ ...vote, categories });
  const method = { name: 'equal-shares', completion: 'add1' } as const;
  const rule = { method, minimumVotes: 1, lots: [], categories: categoriesOf({ ...vote, categories }) };
  let looks = 0;
  const { votes } = election;
  const watched = Object.defineProperty({ ...election }, 'votes', {
    get: () => {
      looks += 1;
      return votes;
    },
  });
  expect(count(watched, rule)).toMatchObject({ ok: true, bought: [0, 2], endowment: fraction(30_000_000) });
  // step by step looks at them in each of three hundred thousand runs
  expect(looks).toBeLessThan(10_000);
});
