import { expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { readResult, votersWithWinner } from './result.ts';
import { protectedTurnout, tally } from './tally.ts';
import type { CountingRule } from './vote.ts';

const projects = [
  { number: 1, cost: cents(600_00) },
  { number: 2, cost: cents(600_00) },
  { number: 4, cost: cents(400_00) },
];
const amount = cents(1000_00);
const shares: CountingRule = { method: 'equal-shares', completion: 'add1u', minimumVotes: 1 };
const times = (voters: number, choices: number[]) => Array.from({ length: voters }, () => choices);
const all = [...times(6, [1]), ...times(4, [4])];

test('everybody has a part of the money, and the numbers are those of the ballot', () => {
  const result = tally({ amount, projects, categories: [], rule: shares }, all, [], []);
  expect(result).toMatchObject({
    is: 'outcome',
    winners: [1, 4],
    spent: 1000_00,
    leftOfBudget: 0,
    endowment: 100_00,
    votes: [
      { project: 1, votes: 6 },
      { project: 2, votes: 0 },
      { project: 4, votes: 4 },
    ],
  });
  expect(readResult(JSON.parse(JSON.stringify(result)))).toEqual(result);
});

test('by most votes first somebody can be left with nothing', () => {
  const ballots = [...times(6, [1, 2]), ...times(4, [4])];
  const dear = projects.map((project) => ({ ...project, cost: cents(project.number === 4 ? 400_00 : 500_00) }));
  const result = tally({ amount, projects: dear, categories: [], rule: shares }, ballots, [[2, 1]], []);
  if (result.is !== 'outcome') throw new Error('a tie');
  expect(result.compared.map((rule) => [rule.name, votersWithWinner(result, rule)])).toEqual([
    ['add1u', 10],
    ['greedy', 6],
  ]);
  expect(result.compared[1]?.winners).toEqual([2, 1]);
});

test('what was kept in an earlier form is not taken for a result', () => {
  const result = tally({ amount, projects, categories: [], rule: shares }, all, [], []);
  const { compared: _, ...earlier } = result.is === 'outcome' ? result : { compared: null };
  expect(readResult(earlier)).toBeNull();
  expect(readResult(null)).toBeNull();
});

test('lots that were kept as one order are read as one lot', () => {
  const kept = tally({ amount, projects, categories: [], rule: shares }, all, [], []);
  expect(readResult({ ...kept, lots: [2, 1] })).toMatchObject({ lots: [[2, 1]] });
  expect(readResult({ ...kept, lots: [] })).toMatchObject({ lots: [] });
});

test('a tie is an outcome, until lots decide', () => {
  const ballots = [...times(3, [1]), ...times(3, [2])];
  const vote = {
    amount,
    projects,
    categories: [],
    rule: { method: 'greedy', completion: null, minimumVotes: 1 } as const,
  };
  expect(tally(vote, ballots, [], [])).toMatchObject({ is: 'tie', tied: [1, 2] });
  expect(tally(vote, ballots, [[2, 1]], [])).toMatchObject({ is: 'outcome', winners: [2] });
});

test('fewer votes than the minimum do not win', () => {
  const rule = { method: 'greedy', completion: null, minimumVotes: 5 } as const;
  expect(tally({ amount, projects, categories: [], rule }, all, [], [])).toMatchObject({ winners: [1] });
});

test.each([
  [
    { FA: 40, FB: 12 },
    { FA: 40, FB: 12 },
  ],
  // one alone follows from the sum
  [
    { FA: 40, FB: 12, FC: 3 },
    { FA: 40, FB: null, FC: null },
  ],
  [
    { FA: 40, FB: 2, FC: 3 },
    { FA: 40, FB: null, FC: null },
  ],
  [{ FA: 4 }, { FA: null }],
])('turnout %o shows as %o', (counts, shown) => {
  const given = Object.entries(counts).map(([areaCode, voters]) => ({ areaCode, voters }));
  const found = Object.fromEntries(protectedTurnout(given, 10).map(({ areaCode, voters }) => [areaCode, voters]));
  expect(found).toEqual(shown);
});
