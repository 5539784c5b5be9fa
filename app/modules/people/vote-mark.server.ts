import { deriveKey, keyedDigest } from '#app/platform/secret.server.ts';

/** By what somebody comes into an account. */
export type WaysIn = { email: string; identities: readonly { issuer: string; subjectHash: string }[] };

/**
 * What says in one vote that an address or identity was voted with, when the account is not there any more to say so. Keyed: nobody finds
 * an address from it, and the same address has another mark in another vote.
 */
export function voteMarks(secret: string, voteId: string, { email, identities }: WaysIn): string[] {
  const key = deriveKey(secret, 'vote-mark');
  const ways = [`mail ${email}`, ...identities.map(({ issuer, subjectHash }) => `identity ${issuer} ${subjectHash}`)];
  return ways.map((way) => keyedDigest(key, `${voteId} ${way}`).toString('hex'));
}
