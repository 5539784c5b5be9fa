import { resourceKinds } from '#app/modules/portfolios/portfolio.ts';
import { kindCloseness } from './kinds.ts';
import { aboutAsOffer, fullLikeness, points, sameKindAlone } from './weights.ts';

/** From 0 to 1: how alike two texts are, by the cosine of their words. */
export function likeness(cosine: number): number {
  return cosine >= fullLikeness ? 1 : cosine / fullLikeness;
}

/** What two kinds are to each other: what they are worth with no word alike, and with every word. */
export type KindPair = { alone: number; full: number };

/** By need, then offer, in the order of `resourceKinds`. */
export const kindPairs: readonly (readonly KindPair[])[] = resourceKinds.map((need) =>
  resourceKinds.map((offer) => ({ alone: need === offer ? sameKindAlone[need] : 0, full: kindCloseness(need, offer) })),
);

export const noKindPair: KindPair = { alone: 0, full: 0 };

/** From 0 to 1: how well an offer meets a need. */
export function lineStrength({ alone, full }: KindPair, cosine: number): number {
  return alone + (full - alone) * likeness(cosine);
}

/** The same where the offer stands in what somebody tells of themselves. */
export function aboutStrength(cosine: number): number {
  return aboutAsOffer * likeness(cosine);
}

/** Points off for who is in many lists. @param usual in how many somebody is on average */
export function popularPoints(listed: number, usual: number): number {
  if (listed <= usual || usual === 0) return 0;
  return -points.popular * Math.min(1, Math.log2(listed / usual) / 2);
}

/** Points off for who nobody answers for. */
export const unansweredPoints = (kept: boolean): number => (kept ? 0 : -points.unanswered);

/** Share of the themes that two have in common, from 0 to 1. */
export function themeShare(ours: Int32Array, theirs: Int32Array): number {
  if (ours.length === 0 || theirs.length === 0) return 0;
  let shared = 0;
  for (const theme of ours) if (theirs.includes(theme)) shared += 1;
  return shared === 0 ? 0 : shared / Math.sqrt(ours.length * theirs.length);
}
