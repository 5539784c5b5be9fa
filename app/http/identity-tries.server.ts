import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Signing in by the identity provider asks the provider something each time: bounded by address, and high enough for a library where a street
 * signs in. Kept in memory: with several processes each counts for itself.
 */
const fromAddress = new RateLimiterMemory({ keyPrefix: 'identity', points: 100, duration: 10 * 60 });

/** Counts somebody who begins, or comes back. @returns whether they may */
export async function mayTryIdentity(clientAddress: string): Promise<boolean> {
  try {
    await fromAddress.consume(clientAddress);
    return true;
  } catch {
    return false;
  }
}
