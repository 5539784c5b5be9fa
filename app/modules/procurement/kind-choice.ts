import type { Cents } from '#app/kernel/money.ts';
import type { LimitJudged } from './adding-up.ts';

/** A kind of work to choose, with where the party that would get it stands before this assignment. */
export type KindChoice = {
  id: string;
  name: string;
  nameEn: string;
  /** Given to this party for this kind in the window, less what was released. */
  earlier: Cents;
  limits: LimitJudged[];
};
