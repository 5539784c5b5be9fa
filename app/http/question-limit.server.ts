import { RateLimiterMemory } from 'rate-limiter-flexible';

/**
 * Questions of integrity are asked without an account, so how many is bounded: by address, and in all, so that a flood from many
 * addresses does not bury the desk. The address is kept in memory for an hour and never with a question. With several processes
 * each counts for itself.
 */
const fromAddress = new RateLimiterMemory({ keyPrefix: 'question', points: 5, duration: 60 * 60 });
const inAll = new RateLimiterMemory({ keyPrefix: 'questions', points: 100, duration: 60 * 60 });

/** Counts a question from here. @returns whether it may be sent */
export async function mayAskQuestion(clientAddress: string): Promise<boolean> {
  try {
    await fromAddress.consume(clientAddress);
    await inAll.consume('all');
    return true;
  } catch {
    return false;
  }
}
