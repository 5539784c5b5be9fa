import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreEntry, type CountedReview, type CriterionScore, type ScoredCriterion } from './score.ts';

const criterion = (
  id: string,
  weight: number,
  maximum = 4,
  minimumHundredths: number | null = null,
): ScoredCriterion => ({
  id,
  slug: id,
  weight,
  maximum,
  minimumHundredths,
});

/** One review per row of points, in the order of the criteria. */
const reviews = (
  criteria: readonly ScoredCriterion[],
  rows: readonly (readonly (number | null)[])[],
): CountedReview[] =>
  rows.map((row, index) => ({
    reviewer: `r${index}`,
    scores: criteria.map(({ id }, place): CriterionScore => ({
      criterionId: id,
      points: row[place] ?? null,
      reason: 'omdat',
    })),
  }));

describe('the result of one initiative', () => {
  const a = criterion('a', 1);
  const b = criterion('b', 3);
  const long = criterion('long', 1, 10);

  it.each<[string, ScoredCriterion[], (number | null)[][], (number | null)[], number | null]>([
    [
      'equal weights',
      [a, criterion('c', 1)],
      [
        [4, 2],
        [2, 2],
      ],
      [300, 200],
      6250,
    ],
    ['weights count', [a, b], [[4, 0]], [400, 0], 2500],
    [
      'an abstention is no zero',
      [a, b],
      [
        [4, 3],
        [null, 1],
      ],
      [400, 200],
      6250,
    ],
    [
      'a criterion without judgement leaves the total',
      [a, b],
      [
        [3, null],
        [3, null],
      ],
      [300, null],
      7500,
    ],
    ['scales of different length', [a, long], [[2, 5]], [200, 500], 5000],
    ['thirds are rounded once, at the end', [a], [[1], [1], [2]], [133], 3333],
    ['two thirds round up', [a], [[2], [3], [3]], [267], 6667],
    ['no judgement, no total', [a, b], [[null, null]], [null, null], null],
    ['no reviews', [a, b], [], [null, null], null],
  ])('%s', (_name, criteria, rows, averages, total) => {
    const result = scoreEntry(criteria, reviews(criteria, rows));
    expect(result.criteria.map((one) => one.averageHundredths)).toEqual(averages);
    expect(result.totalHundredths).toBe(total);
  });

  it('gives the total on the scale where all criteria share one', () => {
    expect(
      scoreEntry(
        [a, b],
        reviews(
          [a, b],
          [
            [4, 3],
            [null, 1],
          ],
        ),
      ).totalOnScaleHundredths,
    ).toBe(250);
    expect(scoreEntry([a, long], reviews([a, long], [[4, 3]])).totalOnScaleHundredths).toBeNull();
  });

  it.each<[string, (number | null)[], string]>([
    ['exactly the minimum', [2, 2], 'met'],
    ['just under, though it rounds to the minimum', [...Array<number>(199).fill(2), 1], 'missed'],
    ['nobody could judge', [null], 'unknown'],
  ])('%s is %s', (_name, points, state) => {
    const strict = criterion('a', 1, 4, 200);
    const result = scoreEntry(
      [strict],
      reviews(
        [strict],
        points.map((point) => [point]),
      ),
    );
    expect(result.criteria[0]?.minimum).toBe(state);
    expect(result.meetsMinima).toBe(state === 'met');
  });

  it.each<[number, (number | null)[], number | null, boolean]>([
    [4, [1, 3], 2, true],
    [4, [2, 3], 1, false],
    [5, [1, 3], 2, false],
    [5, [1, 4], 3, true],
    [4, [0, null, 4, 2], 4, true],
    [4, [3], 0, false],
    [1, [0, 1], 1, true],
    [4, [null], null, false],
  ])('on a scale to %i the points %j lie %s apart; discuss: %s', (maximum, points, spread, discuss) => {
    const one = criterion('a', 1, maximum);
    const [result] = scoreEntry(
      [one],
      reviews(
        [one],
        points.map((point) => [point]),
      ),
    ).criteria;
    expect(result?.spread).toBe(spread);
    expect(result?.isHighSpread).toBe(discuss);
  });

  it.each<[string, CriterionScore[]]>([
    ['above the scale', [{ criterionId: 'a', points: 5, reason: '' }]],
    ['below the scale', [{ criterionId: 'a', points: -1, reason: '' }]],
    ['a broken number', [{ criterionId: 'a', points: 1.5, reason: '' }]],
    ['an unknown criterion', [{ criterionId: 'x', points: 1, reason: '' }]],
    [
      'twice the same criterion',
      [
        { criterionId: 'a', points: 1, reason: '' },
        { criterionId: 'a', points: 1, reason: '' },
      ],
    ],
  ])('does not compute with %s', (_name, scores) => {
    expect(() => scoreEntry([a], [{ reviewer: 'r', scores }])).toThrow(RangeError);
  });
});

const criteriaSets = fc
  .array(fc.record({ weight: fc.integer({ min: 1, max: 100 }), maximum: fc.integer({ min: 1, max: 10 }) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((list) => list.map(({ weight, maximum }, index) => criterion(`c${index}`, weight, maximum)));

const filled = criteriaSets.chain((criteria) =>
  fc.record({
    criteria: fc.constant(criteria),
    rows: fc.array(fc.tuple(...criteria.map(({ maximum }) => fc.option(fc.integer({ min: 0, max: maximum })))), {
      minLength: 1,
      maxLength: 6,
    }),
  }),
);

describe('what holds for every round', () => {
  it('an abstention more changes no average and no total', () => {
    fc.assert(
      fc.property(filled, ({ criteria, rows }) => {
        const before = scoreEntry(criteria, reviews(criteria, rows));
        const after = scoreEntry(criteria, reviews(criteria, [...rows, criteria.map(() => null)]));
        expect(after.totalHundredths).toBe(before.totalHundredths);
        expect(after.criteria.map((one) => one.averageHundredths)).toEqual(
          before.criteria.map((one) => one.averageHundredths),
        );
        expect(after.criteria.map((one) => one.spread)).toEqual(before.criteria.map((one) => one.spread));
      }),
    );
  });

  it('only the proportion of the weights matters', () => {
    fc.assert(
      fc.property(filled, fc.integer({ min: 2, max: 50 }), ({ criteria, rows }, factor) => {
        const heavier = criteria.map((one) => ({ ...one, weight: one.weight * factor }));
        expect(scoreEntry(heavier, reviews(heavier, rows)).totalHundredths).toBe(
          scoreEntry(criteria, reviews(criteria, rows)).totalHundredths,
        );
      }),
    );
  });

  it('neither the order of reviewers nor that of criteria matters', () => {
    fc.assert(
      fc.property(filled, ({ criteria, rows }) => {
        const straight = scoreEntry(criteria, reviews(criteria, rows));
        const turned = scoreEntry([...criteria].reverse(), reviews(criteria, rows).reverse());
        expect(turned.totalHundredths).toBe(straight.totalHundredths);
        expect([...turned.criteria].reverse()).toEqual(straight.criteria);
      }),
    );
  });

  it('averages stay on the scale, between lowest and highest, and the total between 0 and 100', () => {
    fc.assert(
      fc.property(filled, ({ criteria, rows }) => {
        const result = scoreEntry(criteria, reviews(criteria, rows));
        for (const one of result.criteria) {
          if (one.averageHundredths === null) continue;
          expect(one.averageHundredths).toBeGreaterThanOrEqual((one.points[0] ?? 0) * 100);
          expect(one.averageHundredths).toBeLessThanOrEqual((one.points.at(-1) ?? 0) * 100);
          expect(one.points.at(-1)).toBeLessThanOrEqual(one.maximum);
        }
        if (result.totalHundredths !== null) {
          expect(result.totalHundredths).toBeGreaterThanOrEqual(0);
          expect(result.totalHundredths).toBeLessThanOrEqual(10_000);
        }
      }),
    );
  });

  it('a point more never lowers the total', () => {
    fc.assert(
      fc.property(filled, fc.nat(5), fc.nat(6), ({ criteria, rows }, reviewer, place) => {
        const index = reviewer % rows.length;
        const column = place % criteria.length;
        const points = rows[index]?.[column] ?? null;
        fc.pre(points !== null && points < (criteria[column]?.maximum ?? 0));
        const better = rows.map((row, r) =>
          row.map((value, c) => (r === index && c === column ? (value ?? 0) + 1 : value)),
        );
        const after = scoreEntry(criteria, reviews(criteria, better)).totalHundredths ?? -1;
        expect(after).toBeGreaterThanOrEqual(scoreEntry(criteria, reviews(criteria, rows)).totalHundredths ?? -1);
      }),
    );
  });
});
