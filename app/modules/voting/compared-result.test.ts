import { expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { comparedResult } from './compared-result.ts';
import { tally } from './tally.ts';

const card = (number: number, cost: number, area: string | null) => ({
  ...{
    number,
    title: `Plan ${String(number)}`,
    cost: cents(cost),
    area,
    category: null,
    slug: '',
    summary: '',
    picture: null,
  },
  initiativeId: String(number),
});

test('numbers on the ballot become places in the list, wherever a project stands in it', () => {
  const projects = [card(3, 300_00, 'Osdorp'), card(7, 500_00, null), card(9, 600_00, 'Osdorp')];
  const rule = { method: 'equal-shares', completion: 'none', minimumVotes: 1 } as const;
  const vote = { amount: cents(1000_00), projects, categories: [], rule };
  const result = tally(vote, [[7], [7], [7], [7], [7], [3, 9], [3], [3], [9], [3]], [], []);
  if (result.is !== 'outcome') throw new Error('a tie');
  const shown = { title: 'Plein', amount: vote.amount, minimumVotes: 1, projects, categories: [] };
  const { comparison, told } = comparedResult(shown, result, 'Overal');
  expect(result.winners).toEqual([7, 3]);
  expect(comparison.rules[0]?.winners).toEqual([1, 0]);
  expect(told.rounds.map(({ project }) => project)).toEqual([1, 0]);
  expect(told.missed).toEqual([{ project: 2, missing: 475_00 }]);
  expect(comparison.projects.map(({ name, votes }) => [name, votes])).toEqual([
    ['Plan 3', 4],
    ['Plan 7', 5],
    ['Plan 9', 2],
  ]);
  expect(comparison.rules[0]?.slices).toEqual([
    {
      by: 'place',
      slices: [
        { name: 'Osdorp', amount: 300_00 },
        { name: 'Overal', amount: 500_00 },
      ],
    },
  ]);
});
