import { perfectMatching } from './perfect-matching.ts';
import { int } from './typed.ts';

/**
 * Pairs with the highest total weight among all ways to make as many pairs as possible, exactly. The graph is made complete: who
 * may not be a pair gets a weight so low that it is only used when there is no other way, and is thrown out afterwards; an odd
 * one gets an empty chair.
 *
 * @param count how many people; they are 0 … count − 1
 * @param weightOf whole number, or null when the two may not be a pair; asked once for each a < b
 * @param leftOver whole number: how little it matters that a person is the odd one
 * @throws RangeError when a weight is no whole number: the method would not end
 * @returns for each person the other of the pair, or −1
 */
export function matchPairs(
  count: number,
  weightOf: (a: number, b: number) => number | null,
  leftOver: (a: number) => number = () => 0,
): Int32Array {
  const people = count + (count % 2);
  if (people === 0) return new Int32Array(0);
  const { doubled, mayPair } = completeWeights(count, people, weightOf, leftOver);
  const mate = perfectMatching(people, doubled);
  return Int32Array.from({ length: count }, (_, a) => {
    const b = int(mate, a);
    return b < count && int(mayPair, a * people + b) === 1 ? b : -1;
  });
}

function completeWeights(
  count: number,
  people: number,
  weightOf: (a: number, b: number) => number | null,
  leftOver: (a: number) => number,
): { doubled: Float64Array; mayPair: Int32Array } {
  const doubled = new Float64Array(people * people);
  const mayPair = new Int32Array(people * people);
  let [lowest, highest] = [Infinity, -Infinity];
  const set = (a: number, b: number, weight: number) => {
    if (!Number.isSafeInteger(weight)) throw new RangeError(`a weight must be a whole number, not ${weight}`);
    doubled[a * people + b] = doubled[b * people + a] = 2 * weight;
    mayPair[a * people + b] = mayPair[b * people + a] = 1;
    lowest = Math.min(lowest, weight);
    highest = Math.max(highest, weight);
  };
  for (let b = 0; b < people; b += 1)
    for (let a = 0; a < b; a += 1) {
      const weight = b < count ? weightOf(a, b) : leftOver(a);
      if (weight !== null) set(a, b, weight);
    }
  // One forbidden pair less outweighs everything that the allowed ones can differ.
  const forbidden = highest < lowest ? 0 : lowest - (people / 2 + 1) * (highest - lowest) - 1;
  for (let cell = 0; cell < mayPair.length; cell += 1) if (int(mayPair, cell) === 0) doubled[cell] = 2 * forbidden;
  return { doubled, mayPair };
}
