import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Counting a file takes a second or two of a core, and everybody may try one: bounded by address. The address is kept in memory for ten
 * minutes and with nothing else. With several processes each counts for itself.
 */
const fromAddress = new RateLimiterMemory({ keyPrefix: 'count', points: 20, duration: 10 * 60 });

/** Counts a file from here. @returns whether it may be counted */
export async function mayCountFile(clientAddress: string): Promise<boolean> {
  try {
    await fromAddress.consume(clientAddress);
    return true;
  } catch {
    return false;
  }
}
