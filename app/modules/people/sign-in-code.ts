/** Minutes that a sign-in code works. */
export const codeMinutes = 10;

/** Wrong tries after which a code stops working; with 6 digits that leaves a guesser one chance in 200,000. */
export const triesPerCode = 5;

/** Minutes over which the two limits below are counted. */
export const limitMinutes = 60;

/** Codes for one mail address: enough for a slow mailbox, too few to flood somebody. */
export const codesPerEmail = 6;

/** Codes from one network address: a whole meeting in one building can sign in. */
export const codesPerRequester = 60;

/** Wrong codes for a second factor within `secondFactorPause` minutes after which it is closed. */
export const secondFactorTries = 5;

export const secondFactorPause = 15;

/** Days that somebody stays signed in. */
export const sessionDays = 30;

/** What people type or paste for a code: spaces and dashes do not matter, nor does the case of letters. */
export function normalCode(typed: string): string {
  return typed.replaceAll(/[\s\u00a0-]/g, '').toLowerCase();
}

/**
 * Minutes until a limit allows one more, given when the earlier ones were.
 * @param times moments within the window, in any order
 * @returns 0 when one more is allowed now
 */
export function minutesToWait(times: readonly Date[], allowed: number, windowMinutes: number, now: Date): number {
  const inWindow = times
    .map((time) => time.getTime())
    .filter((time) => time > now.getTime() - windowMinutes * 60_000)
    .sort((a, b) => b - a);
  const blocking = inWindow[allowed - 1];
  return blocking === undefined
    ? 0
    : Math.max(1, Math.ceil((blocking + windowMinutes * 60_000 - now.getTime()) / 60_000));
}
