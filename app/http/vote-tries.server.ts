import { setTimeout as wait } from 'node:timers/promises';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { deriveKey, keyedDigest, randomToken } from '#app/platform/secret.server.ts';

/**
 * Codes of a vote have eighty bits, so nobody finds one by trying; who tries anyway is slowed, so that it does not keep the server busy.
 * A right code always counts, and at once, whatever others try behind the same address: a school or a library is one. Wrong ones only:
 * those from an address in memory, by each process for itself; those of a vote in the database, so by all of them together
 * (docs/decisions/0042).
 */
const fromAddress = new RateLimiterMemory({ keyPrefix: 'vote-address', points: 1_000_000, duration: 15 * 60 });

/** Wrong codes from an address in a quarter of an hour, and those of a vote in an hour, that are answered at once. */
export const atOnce = { address: 20, vote: 200 } as const;

/** Milliseconds that somebody waits for the answer to one more wrong code. */
export function pauseAfter({ fromHere, ofVote }: { fromHere: number; ofVote: number }): number {
  if (fromHere > atOnce.address) return Math.min(5, Math.ceil(fromHere / atOnce.address)) * 1000;
  return ofVote > atOnce.vote ? 1500 : 0;
}

/**
 * Counts a code that was wrong, and lets who tries many wait.
 * @param ofVote wrong codes of the vote within the hour
 * @returns whether many were tried from here
 */
export async function slowWrongVoteCode(clientAddress: string, ofVote: number): Promise<boolean> {
  const { consumedPoints: fromHere } = await fromAddress.consume(clientAddress);
  const pause = pauseAfter({ fromHere, ofVote });
  if (pause > 0) await wait(pause);
  return fromHere > atOnce.address;
}

/** By chance for this process, and written nowhere: what is counted under it cannot be read back, not even by who has the server's secret. */
const passing = deriveKey(randomToken(), 'ballots-from-address');
const ballotsFrom = new RateLimiterMemory({ keyPrefix: 'ballots', points: 1_000_000, duration: 60 * 60 });

/**
 * Counts a ballot that came from a network address, for the controlegroep. A keyed hash of the address, in memory, for an hour; nowhere
 * beside the ballot or the right.
 * @returns how many came from there within the hour
 */
export async function countBallotFrom(clientAddress: string, voteId: string): Promise<number> {
  const key = keyedDigest(passing, `${voteId} ${clientAddress}`).toString('base64');
  return (await ballotsFrom.consume(key)).consumedPoints;
}
