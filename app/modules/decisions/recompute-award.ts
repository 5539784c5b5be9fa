import type { PublishedDecision, PublishedDonutApplication } from './published.ts';

/** What follows from the figures of an application for the donutfonds, its rules and what was divided; amounts in cents. */
export type ComputedAward = {
  meetsRules: boolean;
  shareCents: number;
  remainderCents: number;
  amountCents: number | null;
};

/** The reward computed anew from what is published of it. Costs of zero: nothing to compare, so the rules are not met. */
export function computedAward(subject: PublishedDonutApplication): ComputedAward {
  const { valueCents, costsCents, rules, split } = subject;
  const meetsRules =
    valueCents >= rules.minimumValueCents &&
    costsCents > 0 &&
    BigInt(valueCents) * 10_000n >= BigInt(costsCents) * BigInt(rules.minimumReturnBps);
  const shareCents = split.recipients === 0 ? 0 : Math.floor(split.availableCents / split.recipients);
  return {
    meetsRules,
    shareCents,
    remainderCents: split.availableCents - shareCents * split.recipients,
    amountCents: meetsRules && subject.setAsideReason === '' ? shareCents : null,
  };
}

/** What is published of a reward, in the same form. */
export function publishedAward(publication: PublishedDecision, subject: PublishedDonutApplication): ComputedAward {
  const { meetsRules, split } = subject;
  const { shareCents, remainderCents } = split;
  return { meetsRules, shareCents, remainderCents, amountCents: publication.amountCents };
}
