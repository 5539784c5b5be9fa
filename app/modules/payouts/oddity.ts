/**
 * What a treasurer should look at before somebody is paid. None of it forbids paying: who approves writes down why it is right.
 * `limit-near`: close to the most of the month or year · `account-changed`: another account than before, since a short while ·
 * `account-shared`: somebody else gets allowances on the same account · `same-hours`: as many minutes on one day in two
 * activities · `long-day`: very many hours on one day · `family`: approved by who shares a household or account ·
 * `late`: of long ago · `bank-doubts`: the bank knows the account under another name · `sent-before`: went to the bank before and
 * came back or was put back · `same-hands`: who composed or approves the payment approved the hours or expenses as well.
 * These two do keep a draft from being approved, and say of whom: `account-ended`: the account it was composed with runs no more ·
 * `over-limit`: it would pass the most of a month or year. And one keeps a line from being put back: `on-worklist`: the bank
 * booked something for it that was not matched.
 */
export const oddityKinds = [
  'account-ended',
  'over-limit',
  'on-worklist',
  'limit-near',
  'account-changed',
  'account-shared',
  'same-hours',
  'long-day',
  'family',
  'late',
  'bank-doubts',
  'sent-before',
  'same-hands',
] as const;

export type OddityKind = (typeof oddityKinds)[number];

/** From where something is odd. */
export const oddFrom = {
  /** Percent of what the law allows. */
  limitPercent: 90,
  /** Days since the account was changed. */
  accountDays: 31,
  /** Minutes on one day, in all activities together. */
  dayMinutes: 600,
  /** Days since the work was done. */
  lateDays: 183,
} as const;
