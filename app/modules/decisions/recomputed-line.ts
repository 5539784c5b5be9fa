/** What is computed anew of a publication. */
export const recomputedNumbers = [
  'average',
  'spread',
  'abstentions',
  'minimum',
  'total',
  'judged-weight',
  'all-weight',
  'review-count',
  'meets-minima',
  'standing-rank',
  'standing-money',
  'voters',
  'carried',
  'motivated',
  'amount',
  'amount-within',
  'award-meets-rules',
  'award-share',
  'award-remainder',
  'award-amount',
  'procurement-earlier',
  'procurement-begin',
  'procurement-end',
  'procurement-total',
  'procurement-room',
  'procurement-limit',
  'procurement-state',
  'vote-place',
  'vote-votes',
  'objection-begins',
  'objection-ends',
] as const;

/** A number of the publication beside the same number computed anew. `criterion` tells which one, where there are more. */
export type RecomputedLine = {
  what: (typeof recomputedNumbers)[number];
  criterion: string | null;
  published: number | string | boolean | null;
  computed: number | string | boolean | null;
  matches: boolean;
};

export function line(
  what: RecomputedLine['what'],
  published: RecomputedLine['published'],
  computed: RecomputedLine['computed'],
  criterion: string | null = null,
): RecomputedLine {
  return { what, criterion, published, computed, matches: published === computed };
}
