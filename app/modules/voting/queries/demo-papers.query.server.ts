import type { Database } from '#app/platform/database.server.ts';
import { paperLettersOf } from '../code.server.ts';
import { showPaper } from '../paper.ts';
import type { DemoPapers } from '../views.ts';

const shownPapers = 3;

/** Papers that nobody entered, of the open vote that has any; null: there is none. */
export async function demoPapers(database: Database): Promise<DemoPapers | null> {
  const rights = await database.voteRight.findMany({
    where: { paperNumber: { not: null }, isUsed: false, invalid: null, entries: { none: {} }, vote: { state: 'open' } },
    orderBy: [{ voteId: 'asc' }, { paperNumber: 'asc' }],
    take: shownPapers,
    select: { voteId: true, paperNumber: true, vote: { select: { salt: true } } },
  });
  const voteId = rights[0]?.voteId;
  if (voteId === undefined) return null;
  const papers = rights
    .filter((right) => right.voteId === voteId)
    .map(({ paperNumber, vote }) => showPaper(paperNumber ?? 0, paperLettersOf(vote.salt, paperNumber ?? 0)));
  return { voteId, papers };
}
