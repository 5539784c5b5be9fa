import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainVotes } from '#tests/counting/votes.ts';
import type { PlainVote } from '#tests/counting/textbook.ts';
import { writePabulib } from '../pabulib/write.ts';
import { compareFile } from './compare-file.ts';
import { ruleNames } from './rules.ts';

/** A vote as a file, with kinds of projects and ages of voters that follow from their places. */
function fileOf({ budget, costs, ballots }: PlainVote): string {
  const kinds = ['Groen', 'Samen', 'Groen,Samen', ''];
  return writePabulib({
    meta: [
      ['description', 'Proef'],
      ['date_begin', '31.03.2024'],
      ['vote_type', 'approval'],
      ['rule', 'equalshares/add1'],
      ['budget', (budget / 100).toFixed(2)],
    ],
    projects: {
      columns: ['project_id', 'cost', 'name', 'category'],
      rows: costs.map((cost, at) => [
        `p${String(at)}`,
        (cost / 100).toFixed(2),
        `Plan ${String(at)}`,
        kinds[at % 4] ?? '',
      ]),
    },
    votes: {
      columns: ['voter_id', 'age', 'vote'],
      rows: ballots.map((ballot, at) => [
        ...[`v${String(at)}`, at % 2 === 0 ? '17' : '70'],
        ballot.map((project) => `p${String(project)}`).join(','),
      ]),
    },
  });
}

function compared(text: string, told: (typeof ruleNames)[number] = 'add1u') {
  const result = compareFile(text, told);
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  return result;
}

const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);

test('whatever the vote, every picture adds up to all voters and all the money', () => {
  fc.assert(
    fc.property(fc.oneof(plainVotes('any'), plainVotes('tied')), (vote) => {
      const { comparison } = compared(fileOf(vote));
      expect(comparison.rules.map(({ name }) => name)).toEqual(ruleNames);
      for (const { spent, left, byWinners, quarters, slices, groups, winners } of comparison.rules) {
        expect(spent + left).toBe(comparison.budget);
        expect(sum(byWinners)).toBe(vote.ballots.length);
        expect(sum(quarters)).toBeCloseTo(winners.length === 0 ? 0 : 1, 9);
        quarters.forEach((part, at) => {
          expect(part).toBeGreaterThanOrEqual((quarters[at - 1] ?? 0) - 1e-9);
        });
        for (const { slices: parts } of slices) expect(sum(parts.map(({ amount }) => amount))).toBe(spent);
        for (const { groups: parts } of groups)
          expect(Math.abs(sum(parts.map(({ voters, each }) => voters * each)) - spent)).toBeLessThanOrEqual(
            vote.ballots.length,
          );
      }
    }),
  );
});

test('voters are cut in quarters where a quarter ends, also in the middle of equal ballots', () => {
  const ballots = [...Array<number[]>(9).fill([0]), ...Array<number[]>(3).fill([1])];
  const { comparison } = compared(fileOf({ budget: 1200, costs: [900, 300], ballots }));
  expect(comparison.rules[0]).toMatchObject({ byWinners: [0, 12, 0, 0], quarters: [0.25, 0.25, 0.25, 0.25] });
  const half = compared(fileOf({ budget: 1000, costs: [900], ballots: [[0], [0], [0], [], [], []] }));
  const [least = 0, second = 0, third = 0, most = 0] = half.comparison.rules[0]?.quarters ?? [];
  expect([least, second]).toEqual([0, 0]);
  expect(third).toBeCloseTo(0.5);
  expect(most).toBeCloseTo(0.5);
});

test('a tie is told, and goes by the order of the file', () => {
  const { comparison } = compared(fileOf({ budget: 300, costs: [200, 200, 100], ballots: [[0], [1], [2], [0, 1, 2]] }));
  expect(comparison.rules[0]).toMatchObject({ name: 'greedy', tied: [0, 1], winners: [2, 0] });
});

test('says what the file says of itself, and groups of ten voters and more', () => {
  const ballots = Array.from({ length: 21 }, (_, at) => (at < 12 ? [0] : [1]));
  const { comparison } = compared(fileOf({ budget: 1000, costs: [600, 400], ballots }));
  expect(comparison).toMatchObject({ about: { title: 'Proef', year: '2024' }, inFile: 'add1', minimumVotes: 1 });
  expect(comparison.rules[0]?.groups).toEqual([
    {
      by: 'age',
      groups: [
        { name: '0–17', voters: 11, each: expect.any(Number) as number },
        { name: '65+', voters: 10, each: expect.any(Number) as number },
      ],
    },
  ]);
  const few = compared(fileOf({ budget: 1000, costs: [600, 400], ballots: ballots.slice(0, 19) }));
  expect(few.comparison.rules[0]?.groups[0]?.groups.map(({ name, voters }) => [name, voters])).toEqual([
    ['0–17', 10],
    ['', 9],
  ]);
});

test('tells why a popular plan was not bought, what came near, and what was left', () => {
  const ballots = [[0, 1], [0, 1], [0, 1], [0], [2], [2]];
  const { told } = compared(fileOf({ budget: 1200, costs: [1100, 300, 200], ballots }));
  expect(told.map(({ rule }) => rule)).toEqual(['add1u', 'greedy']);
  expect(told[0]?.rounds.map(({ project, popular }) => [project, popular?.project])).toEqual([
    [1, 0],
    [2, 0],
  ]);
  expect(told[0]?.missed[0]).toMatchObject({ project: 0 });
  expect(told[1]).toMatchObject({ endowment: null, rounds: [], leftOver: [{ project: 0, bought: true }, {}, {}] });
});

test('what cannot be counted comes back with its lines, twenty at most', () => {
  const ballots = Array.from({ length: 30 }, () => [0]);
  const broken = fileOf({ budget: 1000, costs: [600], ballots }).replaceAll(';p0', ';p9');
  expect(compareFile(broken, 'add1u')).toMatchObject({ ok: false, mistakes: { length: 20 }, more: 10 });
});

const osdorp = fileURLToPath(
  new URL('../../../../../shared/data/pabulib/Netherlands_Amsterdam_490.pb', import.meta.url),
);
describe.skipIf(!existsSync(osdorp))('Osdorp 2021', () => {
  test('one plan of seven takes more than half of the money; by equal shares sixteen win', () => {
    const { comparison } = compared(readFileSync(osdorp, 'utf8'));
    const [greedy, shares] = comparison.rules;
    expect([greedy?.winners.length, shares?.winners.length]).toEqual([7, 16]);
    expect(greedy?.quarters.map((part) => Math.round(100 * part))).toEqual([4, 11, 22, 63]);
    expect(shares?.quarters.map((part) => Math.round(100 * part))).toEqual([12, 21, 28, 39]);
    expect([greedy?.byWinners[3], shares?.byWinners[3]]).toEqual([1019, 2112]);
  });
});

test('a tie goes by the lots in the file, and the winners are compared with those that the file names', () => {
  const file = (lots: string, selected: string) =>
    writePabulib({
      meta: [
        ['description', 'Loting'],
        ['vote_type', 'approval'],
        ['rule', 'greedy'],
        ['budget', '100'],
        ...(lots === '' ? [] : [['lots', lots] as [string, string]]),
      ],
      projects: {
        columns: ['project_id', 'cost', 'name', 'selected'],
        rows: ['a', 'b'].map((id) => [id, '100', id, id === selected ? '1' : '0']),
      },
      votes: {
        columns: ['voter_id', 'vote'],
        rows: [
          ['1', 'a'],
          ['2', 'b'],
        ],
      },
    });
  const greedyOf = (text: string) => {
    const { comparison } = compared(text);
    return { ...comparison, greedy: comparison.rules[0] };
  };
  expect(greedyOf(file('b,a', 'b'))).toMatchObject({
    lots: [[1, 0]],
    agrees: true,
    greedy: { winners: [1], tied: [] },
  });
  expect(greedyOf(file('b,a', 'a'))).toMatchObject({ agrees: false });
  expect(greedyOf(file('', 'a'))).toMatchObject({ lots: [], agrees: true, greedy: { winners: [0], tied: [0, 1] } });
});
