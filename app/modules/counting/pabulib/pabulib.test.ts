import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { count } from '../count.ts';
import type { Completion } from '../equal-shares/completion.ts';
import { readPabulib } from './read.ts';
import { writePabulib } from './write.ts';

const small = `META
key;value
description;Buurt
vote_type;approval
budget;1000.50
PROJECTS
project_id;cost;votes;name;selected
1;400;2;"Groen; en water";1
b2;700,25;1;"Speeltuin" bij de brug;0
VOTES
voter_id;age;vote
v1;12;1,b2
v2;;1
v3;80;
`;

const mistakesIn = (text: string) => {
  const read = readPabulib(text);
  return read.ok ? [] : read.mistakes.map(({ line, kind, found }) => [line, kind, found]);
};

test('reads projects, ballots, who won, and keeps every column', () => {
  const read = readPabulib(small);
  if (!read.ok) throw new Error('readable');
  const { election, selected, doubts, file } = read.vote;
  expect(election.projects).toEqual([
    { id: '1', name: 'Groen; en water', cost: 40_000 },
    { id: 'b2', name: '"Speeltuin" bij de brug', cost: 70_025 },
  ]);
  expect([election.budget, election.voters, election.votes]).toEqual([100_050, 3, [2, 1]]);
  expect([selected, doubts]).toEqual([[0], []]);
  expect(file.votes.rows[0]).toEqual(['v1', '12', '1,b2']);
  expect(readPabulib(writePabulib(file))).toEqual(read);
});

test('says what totals the ballots do not bear out, and counts the ballots', () => {
  const read = readPabulib(small.replace('1;400;2;', '1;400;7;').replace('budget;', 'num_votes;4\nbudget;'));
  if (!read.ok) throw new Error('readable');
  expect(read.vote.doubts).toEqual([
    { line: 5, kind: 'other-voters', found: '4 ≠ 3' },
    { line: 9, kind: 'other-votes', found: '7 ≠ 2' },
  ]);
  expect(read.vote.election.votes).toEqual([2, 1]);
});

test('without a column it does not say who won', () => {
  const read = readPabulib(small.replace(';selected', '').replace('water";1', 'water"').replace('brug;0', 'brug'));
  expect(read.ok && read.vote.selected).toBeNull();
});

describe('names every mistake with its line', () => {
  test.each([
    ['ordinal', small.replace('approval', 'ordinal'), [[4, 'vote-type', 'ordinal']]],
    ['cumulative', small.replace('approval', 'cumulative'), [[4, 'vote-type', 'cumulative']]],
    ['scoring', small.replace('approval', 'scoring'), [[4, 'vote-type', 'scoring']]],
    ['two where one is allowed', small.replace('approval', 'choose-1'), [[12, 'more-than-one', '1,b2']]],
    ['no such project', small.replace('v2;;1', 'v2;;9'), [[13, 'no-project', '9']]],
    ['the same twice', small.replace('v2;;1', 'v2;;1,1'), [[13, 'chosen-twice', '1']]],
    ['a voter twice', small.replace('v2;', 'v1;'), [[13, 'voter-twice', 'v1']]],
    ['nothing', ' \n', [[1, 'empty-file', '']]],
    ['a picture', '\u0089PNG\r\n\u0000\u0000', [[1, 'no-text', '']]],
    ['a field too many', small.replace('v2;;1', 'v2;;1;'), [[13, 'wrong-fields', '4 ≠ 3']]],
    ['a project twice', small.replace('b2;700,25', '1;700,25').replace('1,b2', '1'), [[9, 'project-twice', '1']]],
    ['no cost', small.replace('700,25', 'veel'), [[9, 'no-cost', 'veel']]],
    ['a cost of nothing', small.replace('700,25', '0'), [[9, 'no-cost', '0']]],
    ['no budget', small.replace('1000.50', '-1'), [[5, 'no-budget', '-1']]],
    [
      'no key',
      small.replace('vote_type;approval\n', ''),
      [
        [2, 'no-key', 'vote_type'],
        [2, 'vote-type', ''],
      ],
    ],
    ['a key twice', small.replace('description;Buurt', 'budget;5'), [[5, 'key-twice', 'budget']]],
    ['no column', small.replace('voter_id;age', 'id;age'), [[11, 'no-column', 'voter_id']]],
    ['a column twice', small.replace('voter_id;age', 'voter_id;vote'), [[11, 'column-twice', 'vote']]],
    ['no section', small.slice(0, small.indexOf('VOTES')), [[1, 'no-section', 'VOTES']]],
    [
      'a section twice',
      `${small}META\n`,
      [
        [15, 'section-twice', 'META'],
        [15, 'no-column', 'key'],
        [15, 'no-column', 'value'],
      ],
    ],
    ['text before', `hallo\n${small}`, [[1, 'outside-section', 'hallo']]],
    ['selected of another kind', small.replace('water";1', 'water";ja'), [[8, 'no-selected', 'ja']]],
    ['no id', small.replace('v2;;1', ';;1'), [[13, 'no-id', '']]],
  ])('%s', (_, text, mistakes) => {
    expect(mistakesIn(text)).toEqual(mistakes);
  });
});

test('Windows line ends and a byte order mark change nothing', () => {
  expect(readPabulib(`\uFEFF${small.replaceAll('\n', '\r\n')}`)).toEqual(readPabulib(small));
});

const folder = fileURLToPath(new URL('../../../../../shared/data/pabulib/', import.meta.url));
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.pb')) : [];
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

test.skipIf(files.length === 0)('real votes are written as they were read, and can be counted', () => {
  for (const name of files) {
    const read = readPabulib(textOf(name));
    if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.mistakes[0])}`);
    const written = writePabulib(read.vote.file);
    expect(written.trimEnd()).toBe(textOf(name).replaceAll('\r\n', '\n').trimEnd());
    expect(readPabulib(written)).toEqual(read);
  }
});

const assen = 'Netherlands_Assen_2024.pb';
test.skipIf(!files.includes(assen)).each<[Completion, string[], number]>([
  ['add1', ['3', '9', '2', '11', '13', '14', '5', '6', '12'], 76_700],
  ['add1u', ['3', '9', '2', '11', '13', '14', '5', '6', '12', '7'], 88_700],
])('Assen 2024 by %s', (completion, ids, total) => {
  const read = readPabulib(textOf(assen));
  if (!read.ok) throw new Error('readable');
  const { election, selected } = read.vote;
  const outcome = count(election, { method: { name: 'equal-shares', completion }, minimumVotes: 1, lots: [] });
  if (!outcome.ok) throw new Error('no tie');
  const winners = [...outcome.bought, ...outcome.added].map((at) => election.projects[at]);
  expect(winners.map((project) => project?.id).sort()).toEqual([...ids].sort());
  expect(winners.reduce((sum, project) => sum + (project?.cost ?? 0), 0)).toBe(total * 100);
  expect(outcome.endowment).toEqual({ numerator: 203_300n, denominator: 1n });
  if (completion === 'add1') expect([...outcome.bought].sort()).toEqual([...(selected ?? [])].sort());
});
