import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Codes of name cards are short, so trying them is bounded: wrong ones only, because a room full of people types right ones behind
 * one address, and some of them mistype. Sixty tries find one of two hundred codes once in eighty times. When a gathering got two
 * hundred wrong ones in an hour somebody is guessing: then a new address has three tries, and one where somebody joined (the hall)
 * goes on as before, so that nobody far away closes the door. Who helps there can let everybody try again.
 * Kept in memory: with several processes each counts for itself.
 */
const fromAddress = new RateLimiterMemory({ keyPrefix: 'address', points: 60, duration: 15 * 60 });
const atGathering = new RateLimiterMemory({ keyPrefix: 'gathering', points: 200, duration: 60 * 60 });
const joined = new RateLimiterMemory({ keyPrefix: 'joined', points: 1, duration: 12 * 60 * 60 });
const triesOfStranger = 3;

type Tried = { clientAddress: string; gatheringId: string };

const both = ({ clientAddress, gatheringId }: Tried) => `${gatheringId} ${clientAddress}`;
const isSpent = (counted: { remainingPoints: number } | null) => counted !== null && counted.remainingPoints <= 0;

/** Whether another code may be tried from here. */
export async function mayTryCode(tried: Tried): Promise<boolean> {
  const [here, there, known] = await Promise.all([
    fromAddress.get(tried.clientAddress),
    atGathering.get(tried.gatheringId),
    joined.get(both(tried)),
  ]);
  if (isSpent(here)) return false;
  return !isSpent(there) || known !== null || (here?.consumedPoints ?? 0) < triesOfStranger;
}

/** Counts a code that was wrong. */
export async function countWrongCode({ clientAddress, gatheringId }: Tried): Promise<void> {
  await Promise.allSettled([fromAddress.consume(clientAddress), atGathering.consume(gatheringId)]);
}

/** Remembers that somebody joined from here. */
export async function countRightCode(tried: Tried): Promise<void> {
  await Promise.allSettled([joined.consume(both(tried))]);
}

/** Whether somebody can be kept from joining, here or on a phone with an address of its own. */
export async function areCodesHeld({ clientAddress, gatheringId }: Tried): Promise<boolean> {
  return isSpent(await fromAddress.get(clientAddress)) || isSpent(await atGathering.get(gatheringId));
}

/** Counts anew, for the gathering and the network of who asks it. The caller knows that they help there. */
export async function allowCodesAgain({ clientAddress, gatheringId }: Tried): Promise<void> {
  await Promise.all([fromAddress.delete(clientAddress), atGathering.delete(gatheringId)]);
}
