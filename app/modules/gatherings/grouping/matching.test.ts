import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchPairs } from './matching.ts';
import { randomFrom } from './random.ts';

type Weights = (number | null)[][];
function symmetric(count: number, weight: (a: number, b: number) => number | null): Weights {
  const weights: Weights = Array.from({ length: count }, () => Array.from({ length: count }, () => null));
  for (let b = 0; b < count; b += 1) for (let a = 0; a < b; a += 1) weights[a]![b] = weights[b]![a] = weight(a, b);
  return weights;
}

/** How many pairs, and what they weigh; not a number when it is no matching. */
function valueOf(weights: Weights, mates: ArrayLike<number>): [pairs: number, weight: number] {
  let [pairs, weight] = [0, 0];
  for (let a = 0; a < mates.length; a += 1) {
    const b = mates[a]!;
    if (b === -1) continue;
    if (mates[b] !== a || weights[a]![b] === null) return [NaN, NaN];
    if (a < b) [pairs, weight] = [pairs + 1, weight + weights[a]![b]!];
  }
  return [pairs, weight];
}

/** All ways, remembered per set of people who are left. */
function bruteForce(weights: Weights, leftOver: (a: number) => number = () => 0): [pairs: number, weight: number] {
  const count = weights.length;
  const known = new Map<number, [number, number]>();
  const better = (one: [number, number], other: [number, number]) =>
    one[0] > other[0] || (one[0] === other[0] && one[1] > other[1]);
  const best = (left: number): [number, number] => {
    if (left === 0) return [0, 0];
    const remembered = known.get(left);
    if (remembered !== undefined) return remembered;
    const a = 31 - Math.clz32(left);
    const rest = left & ~(1 << a);
    const alone = best(rest);
    let found: [number, number] = [alone[0], alone[1] + leftOver(a)];
    for (let b = 0; b < a; b += 1) {
      const weight = weights[a]![b]!;
      if ((rest & (1 << b)) === 0 || weights[a]![b] === null) continue;
      const [pairs, sum] = best(rest & ~(1 << b));
      if (better([pairs + 1, sum + weight], found)) found = [pairs + 1, sum + weight];
    }
    known.set(left, found);
    return found;
  };
  return best((1 << count) - 1);
}

const match = (weights: Weights) => matchPairs(weights.length, (a, b) => weights[a]![b]!);

describe('pairs by weight', () => {
  test.each([
    ['nobody', 0],
    ['one', 1],
  ])('%s', (_what, count) => {
    expect([...matchPairs(count, () => 5)]).toEqual(Array.from({ length: count }, () => -1));
  });

  test.each([0.5, NaN, Infinity])('a weight of %d is a fault', (weight) => {
    expect(() => matchPairs(2, () => weight)).toThrow(RangeError);
  });

  test.each([
    ['four people, every graph with weights 0 to 2', 4, [null, 0, 1, 2]],
    ['five people, every graph with a weight below zero', 5, [null, -3, 2]],
  ])('%s: as many pairs, and as heavy, as trying all ways', (_what, count, choices) => {
    const edges = (count * (count - 1)) / 2;
    for (let graph = 0; graph < choices.length ** edges; graph += 1) {
      let rest = graph;
      const drawn = Array.from({ length: edges }, () => {
        const choice = choices[rest % choices.length]!;
        rest = Math.floor(rest / choices.length);
        return choice;
      });
      const weights = symmetric(count, (a, b) => drawn[(b * (b - 1)) / 2 + a]!);
      const [found, best] = [valueOf(weights, match(weights)), bruteForce(weights)];
      if (found[0] !== best[0] || found[1] !== best[1]) expect({ weights, found }).toEqual({ weights, best });
    }
  });

  test('twelve people and fewer: as many pairs, and as heavy, as trying all ways', () => {
    const anyWeights = fc
      .tuple(fc.integer({ min: 2, max: 12 }), fc.constantFrom(2, 4, 30, 5000), fc.integer(), fc.integer({ max: 10 }))
      .map(([count, most, seed, empty]) => {
        const draw = randomFrom(seed);
        // groups of three in which everybody wants to sit make odd rings, one within another
        return symmetric(count, (a, b) => {
          if (draw(12) < empty) return null;
          return draw(most) + (Math.floor(a / 3) === Math.floor(b / 3) ? most : 0);
        });
      });
    fc.assert(
      fc.property(anyWeights, (weights) => {
        expect(valueOf(weights, match(weights))).toEqual(bruteForce(weights));
      }),
      { numRuns: 1500 },
    );
  });

  test('the odd one is whom it costs least', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer(), (half, seed) => {
        const draw = randomFrom(seed);
        const count = 2 * half + 1;
        const weights = symmetric(count, () => draw(20));
        const leftOver = Array.from({ length: count }, () => -draw(50));
        const mates = matchPairs(
          count,
          (a, b) => weights[a]![b]!,
          (a) => leftOver[a]!,
        );
        const [, weight] = valueOf(weights, mates);
        const total = weight + mates.reduce((sum, mate, a) => (mate === -1 ? sum + leftOver[a]! : sum), 0);
        expect(total).toBe(bruteForce(weights, (a) => leftOver[a]!)[1]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([40, 121, 300])('%d people, with a best answer that was hidden in the weights', (count) => {
    const draw = randomFrom(count);
    // no pair weighs more than the values of the two, and the hidden pairs weigh just that: nothing can be better
    const value = Array.from({ length: count }, () => draw(1000));
    if (count % 2 === 1) value[count - 1] = 0;
    const partner = (a: number) => (a % 2 === 0 ? a + 1 : a - 1);
    const weights = symmetric(count, (a, b) => value[a]! + value[b]! - (partner(a) === b ? 0 : draw(4) * draw(60)));
    const hidden = value.reduce((sum, one) => sum + one, 0);
    expect(valueOf(weights, match(weights))).toEqual([Math.floor(count / 2), hidden]);
  });
});
