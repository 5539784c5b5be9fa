import { exact, sure } from './levels.ts';
import type { Wish } from './understand.ts';

/** A kind of answer to a wish; of those that a document gives the first counts. */
type Band = {
  /** Weights of the ways, `below` not included. */
  from: number;
  below: number;
  inTitle: boolean;
  /** In hundredths of what the wish tells. */
  points: number;
};

export const bands: readonly Band[] = [
  { from: exact, below: 2, inTitle: true, points: 170 },
  { from: exact, below: 2, inTitle: false, points: 100 },
  { from: sure, below: exact, inTitle: true, points: 110 },
  { from: sure, below: exact, inTitle: false, points: 75 },
  { from: 0, below: sure, inTitle: false, points: 40 },
];

/** Points of a wish that says where, beside a subject: to be there is enough, to be named after the place is not more. */
const pointsOfWhere = { sure: 100, near: 30 };

/** What it is worth to answer a wish in this way. */
export function pointsOfBand({ telling, isPlace, isWhere }: Wish, { from, points }: Band): number {
  if (isWhere) return Math.round(telling * (from >= sure ? pointsOfWhere.sure : pointsOfWhere.near));
  // where it is tells less than what it is
  return Math.round(points * (isPlace ? telling * 0.9 : telling));
}

/** `pointsOfForm` gives no more. */
export const mostOfForm = 40;

/**
 * A short title that is what was asked for comes first, a long text that mentions everything comes last.
 * @param titleTerms how many stems its title has
 * @param terms how many it has in all
 */
export const pointsOfForm = (titleTerms: number, terms: number): number =>
  Math.trunc(mostOfForm / Math.max(1, titleTerms)) + pointsOfLength(terms);

export const pointsOfLength = (terms: number): number => -Math.min(60, Math.trunc(terms / 20));
