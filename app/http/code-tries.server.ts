import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Codes of name cards are short, so trying them is bounded: wrong ones only, because a room full of people types right ones behind
 * one address. Kept in memory: with several processes each counts for itself.
 */
const fromAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 20, duration: 15 * 60 });
const atGathering = new RateLimiterMemory({ keyPrefix: 'gathering', points: 200, duration: 60 * 60 });

type Tried = { clientAddress: string; gatheringId: string };

/** Whether another code may be tried from here. */
export async function mayTryCode({ clientAddress, gatheringId }: Tried): Promise<boolean> {
  const [here, there] = await Promise.all([fromAddress.get(clientAddress), atGathering.get(gatheringId)]);
  return (here?.remainingPoints ?? 1) > 0 && (there?.remainingPoints ?? 1) > 0;
}

/** Counts a code that was wrong. */
export async function countWrongCode({ clientAddress, gatheringId }: Tried): Promise<void> {
  await Promise.allSettled([fromAddress.consume(clientAddress), atGathering.consume(gatheringId)]);
}
