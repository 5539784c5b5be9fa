import type { Database } from '#app/platform/database.server.ts';

/**
 * Whether a vote was counted, be it with a tie: from then on no ballot is added. Before, a list that everybody reads would grow by one
 * with each paper, and who reads the numbers of papers and the check codes side by side would know which belong together.
 */
export async function wasCounted(database: Database, voteId: string): Promise<boolean> {
  const vote = await database.vote.findUnique({
    where: { id: voteId },
    select: { state: true, _count: { select: { counts: true } } },
  });
  return vote !== null && vote.state !== 'cancelled' && vote._count.counts > 0;
}
