import type { ResourceKind } from '#app/modules/portfolios/portfolio.ts';

/**
 * Everything that can be tuned about suggestions, in one place. A suggestion's score is the sum of parts in points; the first
 * group adds up to 100. After a change here: `npm run bench` prints how many of the first five suggestions fit, on the labelled
 * set of `scripts/suggestion-labels`. The nightly recompute brings the change into all lists.
 */
export const points = {
  /** They have what we look for: the reason why people meet at all, so more than everything else that is not it. */
  theyOffer: 36,
  /** We have what they look for: as good a reason to meet, and the same number, so that a fit is the same from both sides. */
  weOffer: 36,
  /** The same theme: people understand each other's work, but two gardens do not need each other for it. */
  theme: 8,
  /** Near each other: who can walk there goes. Less than what is needed, because for the right thing people cycle. */
  near: 10,
  /** How far they are: who begins learns most from who is under way. Little, because it says nothing about what they do. */
  stage: 2,
  /** The same words in what they tell of themselves: finds what no field asked for. */
  words: 8,
  /** Taken off from who is in many lists already, at most this: enough to change places, not to hide a good fit. */
  popular: 6,
  /** Taken off from who nobody answers for yet: good to know of, but a list is for meeting. */
  unanswered: 15,
} as const;

/**
 * What a need and an offer of the same kind are worth with no word alike, as a share of a full line. A room is a room and a loan
 * a loan, whatever the words; but "groente" is no use to who looks for laptops.
 */
export const sameKindAlone: Record<ResourceKind, number> = {
  space: 0.35,
  money: 0.35,
  permits: 0.3,
  people: 0.15,
  network: 0.1,
  skills: 0.08,
  knowledge: 0.08,
  material: 0.08,
};

/** How alike the words of a need and an offer must be (cosine) to count as all there is: short lines seldom share more. */
export const fullLikeness = 0.4;

/** Words of what others tell of themselves can hold an offer that they did not write down; less sure than a line. */
export const aboutAsOffer = 0.35;

/** Of kinds that have nothing to do with each other the words still count a bit: people choose kinds differently. */
export const otherKinds = 0.3;

/** From this many metres on, being near counts for half of what it did; a quarter of an hour's walk. */
export const halfNearMetres = 1200;

/** Nearness of who works everywhere or said no place: as if half across the district. */
export const nearUnknown = 0.25;

/** Suggestions in a list: what somebody reads on a telephone without losing heart. */
export const listLength = 12;

/** Points below which two are not suggested to each other, however empty a list is: the same theme around the corner just passes. */
export const leastPoints = 14;

/** Places in a list for those that would be in nobody's list: so few that a list stays one's own. */
export const fairPlaces = 2;

/** A word in more than this share of all portfolios says nothing ("buurt", "samen"). */
export const commonWord = 0.2;
