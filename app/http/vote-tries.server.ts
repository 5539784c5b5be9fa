import { setTimeout as wait } from 'node:timers/promises';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { deriveKey, keyedDigest, randomToken } from '#app/platform/secret.server.ts';

/**
 * Codes of a vote have eighty bits, so nobody finds one by trying; who tries anyway is slowed, so that it does not keep the server busy.
 * A right code always counts, whatever others try behind the same address: a school or a library is one. Wrong ones only, kept in memory:
 * with several processes each counts for itself (docs/decisions/0042).
 */
const fromAddress = new RateLimiterMemory({ keyPrefix: 'vote-address', points: 40, duration: 15 * 60 });

/** Milliseconds that somebody waits for the answer to one more wrong code. */
const pause = 1500;

/** Counts a code that was wrong, and lets who tries many wait. @returns whether many were tried from here */
export async function slowWrongVoteCode(clientAddress: string): Promise<boolean> {
  try {
    await fromAddress.consume(clientAddress);
    return false;
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    await wait(pause);
    return true;
  }
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
