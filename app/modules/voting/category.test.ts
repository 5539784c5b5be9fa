import { expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { categoryDoubts, chosenAbove, stops, type VoteCategory } from './category.ts';
import { comparedResult } from './compared-result.ts';
import { lossesOf } from './loss.ts';
import { readResult } from './result.ts';
import { tally } from './tally.ts';
import type { CountingRule } from './vote.ts';

const category = (number: number, name: string, ceiling: number | null): VoteCategory => ({
  ...{ number, name, ceiling: ceiling === null ? null : cents(ceiling) },
});
const plan = (number: number, cost: number, inCategory: number | null) => ({
  ...{ number, title: `Plan ${String(number)}`, cost: cents(cost), category: inCategory },
});
const amount = cents(1000_00);

test('what stands in the way of announcing, and what is only told', () => {
  const categories = [category(1, 'Groen', 1200_00), category(2, 'Leeg', 300_00), category(3, 'Klein', 100_00)];
  const plans = [plan(1, 200_00, 1), plan(2, 200_00, 3), plan(3, 50_00, null)];
  const doubts = categoryDoubts(amount, categories, plans);
  expect(doubts).toEqual([
    { why: 'above-amount', name: 'Groen' },
    { why: 'empty', name: 'Leeg' },
    { why: 'too-dear', name: 'Klein', title: 'Plan 2' },
    { why: 'without-category', plans: 1 },
  ]);
  expect(doubts.filter(stops)).toHaveLength(3);
  expect(categoryDoubts(amount, [], plans)).toEqual([]);
});

test('what stays over whoever wins is told only where it is so', () => {
  const plans = [plan(1, 200_00, 1), plan(2, 200_00, 2)];
  const over = (categories: VoteCategory[], others = plans) =>
    categoryDoubts(amount, categories, others).filter(({ why }) => why === 'stays-over');
  const two = [category(1, 'Groen', 400_00), category(2, 'Sport', 350_50)];
  expect(over(two)).toEqual([{ why: 'stays-over', amount: 249_50 }]);
  expect(over([category(1, 'Groen', 400_00), category(2, 'Sport', null)])).toEqual([]);
  expect(over(two, [...plans, plan(3, 100_00, null)])).toEqual([]);
  expect(over([category(1, 'Groen', 600_00), category(2, 'Sport', 600_00)])).toEqual([]);
});

test('on a ballot, of which categories more was chosen than can win', () => {
  const cards = [plan(1, 300_00, 1), plan(2, 200_00, 1), plan(3, 900_00, 2)].map((one) => ({
    ...{ ...one, category: one.category === 1 ? 'Groen' : 'Sport' },
  }));
  const categories = [category(1, 'Groen', 400_00), category(2, 'Sport', null)];
  expect(chosenAbove(categories, cards, [1, 2, 3])).toEqual([{ name: 'Groen', ceiling: 400_00, together: 500_00 }]);
  expect(chosenAbove(categories, cards, [1, 3])).toEqual([]);
});

const times = (voters: number, choices: number[]) => Array.from({ length: voters }, () => choices);
// the most votes are for two green plans; only one of them fits in its category
const ballots = [...times(6, [1, 2]), ...times(4, [3])];
const plans = [plan(1, 300_00, 4), plan(2, 350_00, 4), plan(3, 200_00, null)];
const categories = [category(2, 'Anders', null), category(4, 'Groen', 400_00)];
const rules: CountingRule[] = [
  { method: 'greedy', completion: null, minimumVotes: 1 },
  ...(['add1u', 'add1', 'utilitarian', 'none'] as const).map((completion) => ({
    ...({ method: 'equal-shares', completion, minimumVotes: 1 } as const),
  })),
];

test.each(rules)('a ceiling decides, and the loss says which category was full: %o', (rule) => {
  const free = tally({ amount, projects: plans, categories: [], rule }, ballots, [], []);
  const result = tally({ amount, projects: plans, categories, rule }, ballots, [], []);
  if (result.is === 'tie' || free.is === 'tie') throw new Error('a tie');
  expect([...result.winners].sort()).toEqual([1, 3]);
  expect(lossesOf(result, plans, 1)).toEqual([
    { number: 2, votes: 6, why: 'category-full', category: 4, left: 100_00, cost: 350_00 },
  ]);
  if (rule.completion !== 'none') expect(free.winners).toContain(2);
  expect(readResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
});

test('the explanation names the category in the round that filled it, by its place among those with a ceiling', () => {
  const rule = { method: 'equal-shares', completion: 'add1u', minimumVotes: 1 } as const;
  const result = tally({ amount, projects: plans, categories, rule }, ballots, [], []);
  if (result.is === 'tie') throw new Error('a tie');
  const names = new Map(categories.map(({ number, name }) => [number, name]));
  const projects = plans.map(({ category: number, ...one }) => ({
    ...{ ...one, category: names.get(number ?? 0) ?? null, initiativeId: String(one.number) },
    ...{ slug: '', summary: '', area: null, picture: null },
  }));
  const facts = categories.map((one) => ({ ...one, plans: 1 }));
  const shown = { title: 'Plein', amount, minimumVotes: 1, projects, categories: facts };
  const { comparison, told } = comparedResult(shown, result, 'Overal');
  expect(comparison.categories.map(({ name, budget }) => [name, budget])).toEqual([['Groen', 400_00]]);
  const round = told.rounds.find(({ project }) => project === 0);
  expect(round?.shuts).toEqual([{ project: 1, category: 0, left: 100_00 }]);
  expect(told.shut).toEqual([{ project: 1, category: 0, left: 100_00 }]);
  expect(comparison.rules[0]?.slices).toEqual([
    {
      by: 'category',
      slices: [
        { name: 'Groen', amount: 300_00 },
        { name: '', amount: 200_00 },
      ],
    },
  ]);
});
