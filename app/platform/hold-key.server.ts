import type { Transaction } from './database.server.ts';

/**
 * Whoever comes with the same words waits until this transaction is over. So the same form posted twice at once is seen by the
 * second, which answers as the first did.
 */
export async function holdKey(tx: Transaction, words: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${words}, 0))`;
}
