/** States of a claim; only a claimed one moves. See the trigger `claim_fits`. */
export const claimStates = ['claimed', 'approved', 'refused', 'withdrawn'] as const;

export type ClaimState = (typeof claimStates)[number];

export const claimKinds = ['hours', 'expense'] as const;

export type ClaimKind = (typeof claimKinds)[number];

/** Minutes that can be claimed for a day, in steps; the database says the same (`claim_shape`). */
export const claimMinutes = { least: 5, most: 1440, step: 5 } as const;

/** More than this on a day is seldom meant: whoever fills it in says that they are sure. In minutes. */
export const longDay = 12 * 60;

/** Longest texts, in characters; the database says the same. */
export const longestClaimText = { note: 500, answer: 1000 } as const;

/** How many people must be behind a public number, so that nobody can be read from it. */
export const fewestBehindNumber = 5;
