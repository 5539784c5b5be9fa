import { describe, expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { lossesOf } from './loss.ts';
import { tally } from './tally.ts';

const projects = [
  { number: 1, cost: cents(600_00) },
  { number: 2, cost: cents(500_00) },
  { number: 3, cost: cents(450_00) },
];

function lossesWith(method: 'greedy' | 'equal-shares', minimumVotes: number) {
  const completion = method === 'greedy' ? null : 'none';
  const rule = { method, completion, minimumVotes } as const;
  const ballots = [...Array.from({ length: 6 }, () => [1]), ...Array.from({ length: 4 }, () => [2, 3])];
  const result = tally({ amount: cents(1_000_00), projects, categories: [], rule }, ballots, [[2, 3]], []);
  if (result.is === 'tie') throw new Error('a tie');
  return lossesOf(result, projects, minimumVotes);
}

describe('why a plan did not win', () => {
  test('by equal shares: those who chose it could not pay for it together', () => {
    expect(lossesWith('equal-shares', 1)).toEqual([
      { number: 2, votes: 4, why: 'cannot-pay', together: 400_00, cost: 500_00 },
      { number: 3, votes: 4, why: 'cannot-pay', together: 400_00, cost: 450_00 },
    ]);
  });

  test('by most votes: it costs more than what was left', () => {
    expect(lossesWith('greedy', 1)).toEqual([
      { number: 2, votes: 4, why: 'money-spent', left: 400_00, cost: 500_00 },
      { number: 3, votes: 4, why: 'money-spent', left: 400_00, cost: 450_00 },
    ]);
  });

  test('a lot chose another with as many votes and the same cost', () => {
    const equals = [1, 2, 3].map((number) => ({ number, cost: cents(400_00) }));
    const rule = { method: 'greedy', completion: null, minimumVotes: 1 } as const;
    const ballots = [[1], [1], [1], [2], [2], [3], [3]];
    const result = tally({ amount: cents(1_000_00), projects: equals, categories: [], rule }, ballots, [[3, 2]], []);
    if (result.is === 'tie') throw new Error('a tie');
    expect(result).toMatchObject({ winners: [1, 3], lots: [[3, 2]] });
    expect(lossesOf(result, equals, 1)).toEqual([{ number: 2, votes: 2, why: 'lot', chosen: 3 }]);
  });

  test('with fewer votes than were asked', () => {
    expect(lossesWith('greedy', 5)).toMatchObject([
      { number: 2, why: 'too-few-votes', least: 5 },
      { number: 3, why: 'too-few-votes' },
    ]);
  });
});
