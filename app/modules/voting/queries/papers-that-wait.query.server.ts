import type { Database, Transaction } from '#app/platform/database.server.ts';

/** Numbers of papers that somebody entered and nobody confirmed; nothing of what stands on them. */
export async function papersThatWait(database: Database | Transaction, voteId: string): Promise<number[]> {
  const rights = await database.voteRight.findMany({
    where: { voteId, paperNumber: { not: null }, entries: { some: { digest: { not: null } } } },
    orderBy: { paperNumber: 'asc' },
    select: { paperNumber: true },
  });
  return rights.map(({ paperNumber }) => paperNumber ?? 0);
}
