import { exact, sure } from './levels.ts';
import type { Wish } from './understand.ts';

/** Points of a wish that a document answers, in hundredths of what the wish tells; the first that holds counts. */
export const points: readonly (readonly [from: number, below: number, inTitle: boolean, points: number])[] = [
  [exact, 2, true, 170],
  [exact, 2, false, 100],
  [sure, exact, true, 110],
  [sure, exact, false, 75],
  [0, sure, false, 40],
];

/** Where it is tells less than what it is. */
export const weightOf = ({ isPlace, telling }: Wish): number => (isPlace ? telling * 0.9 : telling);

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
