import type { Instant } from '#app/kernel/instant.ts';

/** What can be fraud and can be something good too; the database knows the same (constraint `vote_signal_kind`). */
export const signalKinds = ['burst', 'address', 'wrong-codes', 'new-accounts', 'sheet', 'invalid-papers'] as const;

export type SignalKind = (typeof signalKinds)[number];

/**
 * From how many on something is a signal. Fixed here and public (docs/decisions/0042): whoever wants to stay below must be so slow that
 * it takes weeks, and nobody can say afterwards that the bar was set for them.
 */
export const thresholds = {
  /** Ballots in an hour, and how many times the vote's usual hour. */
  burst: 60,
  burstTimes: 5,
  /** Ballots from one network address in an hour. */
  address: 50,
  /** Codes that do not exist in an hour. */
  'wrong-codes': 100,
  /** People who voted with an account that was made within the hour. */
  'new-accounts': 20,
  /** Codes of one printed sheet within ten minutes. */
  sheet: 30,
  /** Papers of a vote that the same two people found invalid. */
  'invalid-papers': 20,
} as const;

/** Hours with ballots that must be known before an hour can be unusual. */
const leastHours = 3;

/** Rounded down to tens: small numbers would tell who was there. @returns null below the least that is told */
export function blurred(amount: number): number | null {
  const tens = Math.floor(amount / 10) * 10;
  return tens < 20 ? null : tens;
}

/**
 * Whether an hour had far more ballots than this vote's usual hour, which is the middle one of those before in which anybody voted.
 * @param before ballots in each earlier hour
 */
export function isBurst(now: number, before: readonly number[]): boolean {
  const hours = before.filter((count) => count > 0).sort((one, other) => one - other);
  const usual = hours[Math.floor(hours.length / 2)];
  if (usual === undefined || hours.length < leastHours) return false;
  return now >= thresholds.burst && now >= usual * thresholds.burstTimes;
}

/** Whether a count that goes up by one has just come to a signal, or to so many more that it is worth telling again. */
export function isMarked(count: number, threshold: number): boolean {
  return count >= threshold && count % threshold === 0;
}

/** Whether a signal is noted while somebody casts a ballot, so that the moment of it is that of the ballot. */
export function isOfBallot(kind: SignalKind): boolean {
  return kind === 'address';
}

/** The whole hour that runs. */
export function hourOf(now: Instant): Instant {
  return new Date(Math.floor(now.getTime() / hour) * hour);
}

const hour = 3_600_000;

/** Longest answer, in characters (`vote_signal_answer`). */
export const longestAnswer = 1000;
