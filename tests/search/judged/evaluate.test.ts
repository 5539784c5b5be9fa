import { describe, expect, test } from 'vitest';
import { judgedDocuments } from './documents.ts';
import { readJudgements, scoreOf, summaryOf, type Grade, type JudgedQuery } from './evaluate.ts';
import { heldOutQueries, judgedQueries, keyOf } from './queries.ts';

const query = (grades: Record<string, Grade>): JudgedQuery => ({
  group: 'test',
  text: 'vraag',
  grades: new Map(Object.entries(grades)),
});

describe('a score', () => {
  test('is one when what helps stands first, in order', () => {
    expect(scoreOf(query({ a: 3, b: 2, c: 1 }), ['a', 'b', 'c'])).toMatchObject({ recall: 1, ndcg: 1, missed: [] });
  });

  test('loses nDCG by a wrong order and recall by what is missing', () => {
    const score = scoreOf(query({ a: 3, b: 2 }), ['x', 'b']);
    expect(score.recall).toBe(0.5);
    expect(score.missed).toEqual(['a']);
    // worked out by hand: 3 points at the second place, out of 7 at the first and 3 at the second
    expect(score.ndcg).toBeCloseTo(3 / Math.log2(3) / (7 + 3 / Math.log2(3)), 10);
  });

  test('does not ask for what only has to do with it', () => {
    expect(scoreOf(query({ a: 3, b: 1 }), ['a'])).toMatchObject({ recall: 1, missed: [] });
  });

  test('counts ten answers, each once', () => {
    const others = Array.from({ length: 10 }, (_, at) => `x${String(at)}`);
    expect(scoreOf(query({ a: 3 }), [...others, 'a']).recall).toBe(0);
    expect(scoreOf(query({ a: 3 }), ['x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'a']).recall).toBe(1);
  });

  test('asks for no more than ten can be', () => {
    const many = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`k${String(at)}`, 2 as const]));
    expect(scoreOf(query(many), Object.keys(many))).toMatchObject({ recall: 1, ndcg: 1, missed: [] });
  });

  test('of a query that nothing answers is refused', () => {
    expect(() => scoreOf(query({ a: 1 }), ['a'])).toThrow(RangeError);
  });
});

test('a summary is the mean over queries', () => {
  const scores = [scoreOf(query({ a: 3 }), ['a']), scoreOf(query({ a: 3 }), [])];
  expect(summaryOf(scores)).toEqual({ queries: 2, recall: 0.5, ndcg: 0.5 });
  expect(summaryOf([])).toEqual({ queries: 0, recall: 0, ndcg: 0 });
});

test('judgements are read, and refused where they say nothing', () => {
  const known = new Set(['a', 'b']);
  const [read] = readJudgements('? typo | vraagg\n3 a\n1 b\n', known);
  expect(read).toEqual({
    group: 'typo',
    text: 'vraagg',
    grades: new Map([
      ['a', 3],
      ['b', 1],
    ]),
  });
  for (const wrong of ['3 a', '? typo', '? x | y\n4 a', '? x | y\n3 c', '? x | y\n3 a\n2 a'])
    expect(() => readJudgements(wrong, known), wrong).toThrow();
});

test('each judged query has something to find, and no document has the name of another', () => {
  const documents = judgedDocuments();
  expect(new Set(documents.map(({ id }) => keyOf(id))).size).toBe(documents.length);
  expect(documents.length).toBeGreaterThan(390);
  for (const [queries, least] of [
    [judgedQueries(), 120],
    [heldOutQueries(), 40],
  ] as const) {
    expect(queries.length).toBeGreaterThanOrEqual(least);
    for (const each of queries) expect(scoreOf(each, [...each.grades.keys()]).recall).toBeGreaterThan(0);
  }
});
