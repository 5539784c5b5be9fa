import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Codes of a vote have eighty bits, so nobody finds one by trying; these limits keep who tries from keeping the server busy, and are high
 * enough for a library where a street votes behind one address. Wrong ones only. Kept in memory: with several processes each counts for itself.
 */
const fromAddress = new RateLimiterMemory({ keyPrefix: 'vote-address', points: 40, duration: 15 * 60 });

/** Whether another code may be tried from here. */
export async function mayTryVoteCode(clientAddress: string): Promise<boolean> {
  const counted = await fromAddress.get(clientAddress);
  return counted === null || counted.remainingPoints > 0;
}

/** Counts a code that was wrong. */
export async function countWrongVoteCode(clientAddress: string): Promise<void> {
  await Promise.allSettled([fromAddress.consume(clientAddress)]);
}
