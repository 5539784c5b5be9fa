import type { Cents } from '#app/kernel/money.ts';

/** A vote of an earlier year in a list. */
export type PastVoteCard = {
  slug: string;
  title: string;
  place: string;
  year: string;
  budget: Cents;
  voters: number;
  projects: number;
};
