import type { Numbers } from './numbers.ts';

/** A set of documents: a bit for each number, 32 in a word. */
export type Bits = Uint32Array;

/** How many words hold the bits of so many numbers. */
export const wordsFor = (numbers: number): number => (numbers + 31) >>> 5;

export const hasBit = (bits: Bits, number: number): boolean => ((bits[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0;

export function setBit(bits: Bits, number: number): void {
  bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
}

export function clearBit(bits: Bits, number: number): void {
  bits[number >>> 5] = (bits[number >>> 5] ?? 0) & ~(1 << (number & 31));
}

export function setEach(bits: Bits, { held, length }: Numbers): void {
  for (let place = 0; place < length; place += 1) {
    const number = held[place] ?? 0;
    bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
  }
}

/** Leaves in the first what is in the other too. */
export function keepOnly(bits: Bits, other: Bits, words: number): void {
  for (let at = 0; at < words; at += 1) bits[at] = (bits[at] ?? 0) & (other[at] ?? 0);
}

/** Place of the lowest bit of a word that has any. */
export const lowestBit = (word: number): number => 31 - Math.clz32(word & -word);

/**
 * Writes down what is in a set, in order.
 * @param into has room for all
 * @returns how many there are
 */
export function listBits(bits: Bits, words: number, into: Uint32Array): number {
  let count = 0;
  for (let at = 0; at < words; at += 1)
    for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1) into[count++] = 32 * at + lowestBit(rest);
  return count;
}

/**
 * Leaves what is in at least so many of these. Numbers are added up for 32 documents at a time: a word for the ones, one for the twos,
 * and so on.
 * @param others at most fifteen
 */
export function keepInAtLeast(bits: Bits, others: readonly Bits[], least: number, words: number): void {
  const [asked1, asked2, asked4, asked8] = [
    -(least & 1),
    -((least >> 1) & 1),
    -((least >> 2) & 1),
    -((least >> 3) & 1),
  ];
  for (let at = 0; at < words; at += 1) {
    const had = bits[at] ?? 0;
    if (had === 0) continue;
    let ones = 0;
    let twos = 0;
    let fours = 0;
    let eights = 0;
    for (const other of others) {
      let more = other[at] ?? 0;
      const two = ones & more;
      ones ^= more;
      more = two;
      const four = twos & more;
      twos ^= more;
      more = four;
      eights |= fours & more;
      fours ^= more;
    }
    // compared from the highest figure down: what is more there, or the same and more further on
    let isMore = eights & ~asked8;
    let isSame = ~(eights ^ asked8);
    isMore |= isSame & fours & ~asked4;
    isSame &= ~(fours ^ asked4);
    isMore |= isSame & twos & ~asked2;
    isSame &= ~(twos ^ asked2);
    isMore |= isSame & ones & ~asked1;
    isSame &= ~(ones ^ asked1);
    bits[at] = had & (isMore | isSame);
  }
}

/** Sets of documents to work with, used again for the next question. */
export class Room {
  #sets: Bits[] = [];
  #used = 0;
  #words = 0;

  /** @param numbers how many there may be in a set */
  begin(numbers: number): void {
    const words = wordsFor(numbers);
    if (words > this.#words) this.#sets = [];
    this.#words = Math.max(words, this.#words);
    this.#used = 0;
  }

  /** An empty set, until the next question. */
  take(): Bits {
    const set = (this.#sets[this.#used] ??= new Uint32Array(this.#words));
    this.#used += 1;
    set.fill(0);
    return set;
  }
}
