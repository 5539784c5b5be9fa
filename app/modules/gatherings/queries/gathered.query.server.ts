import { fromDateColumn } from '#app/kernel/calendar-date.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Pile, PortfolioLink, ReportMatch, ReportNote, ReportPromise, ReportQuestion } from '../outcome-views.ts';

/** What was said and made at a gathering, without anybody's name. */
export type Gathered = {
  clusters: Pile<ReportQuestion>[];
  piles: Pile<ReportNote>[];
  matches: ReportMatch[];
  promises: Omit<ReportPromise, 'promiser'>[];
  /** Plans that began with a note. */
  drafts: number;
};

export async function gatheredAt(database: Database, gatheringId: string): Promise<Gathered> {
  const [questions, notes, matches, promises, drafts] = await Promise.all([
    database.gatheringQuestion.findMany({
      where: { gatheringId, state: 'shown' },
      orderBy: [{ cluster: { position: 'asc' } }, { writtenAt: 'asc' }, { id: 'asc' }],
      select: { id: true, text: true, cluster: { select: { name: true } } },
    }),
    database.gatheringNote.findMany({
      where: { gatheringId, state: 'shown' },
      orderBy: [{ cluster: { position: 'asc' } }, { writtenAt: 'asc' }, { id: 'asc' }],
      select: {
        id: true,
        kind: true,
        text: true,
        cluster: { select: { name: true } },
        portfolios: { select: { portfolioId: true } },
      },
    }),
    matchesOf(database, gatheringId),
    database.gatheringPromise.findMany({
      where: { gatheringId },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
      select: { id: true, what: true, dueOn: true, portfolioId: true },
    }),
    database.gatheringNote.count({ where: { gatheringId, initiativeId: { not: null } } }),
  ]);
  const links = await portfolioLinks(database, [
    ...notes.flatMap(({ portfolios }) => portfolios.map(({ portfolioId }) => portfolioId)),
    ...promises.map(({ portfolioId }) => portfolioId),
  ]);
  return {
    clusters: byPile(questions, ({ id, text }) => ({ id, text })),
    piles: byPile(notes, ({ id, kind, text, portfolios }) => ({
      ...{ id, kind, text },
      portfolios: portfolios.flatMap(({ portfolioId }) => links.get(portfolioId) ?? []),
    })),
    matches,
    promises: promises.map(({ id, what, dueOn, portfolioId }) => ({
      ...{ id, what },
      dueOn: fromDateColumn(dueOn),
      portfolio: links.get(portfolioId ?? '') ?? null,
    })),
    drafts,
  };
}

function byPile<Row extends { cluster: { name: string } | null }, Item>(
  rows: readonly Row[],
  itemOf: (row: Row) => Item,
): Pile<Item>[] {
  const piles = new Map<string | null, Item[]>();
  for (const row of rows) {
    const name = row.cluster?.name ?? null;
    piles.set(name, [...(piles.get(name) ?? []), itemOf(row)]);
  }
  const loose = piles.get(null);
  piles.delete(null);
  const named = [...piles].map(([name, items]) => ({ name, items }));
  return loose === undefined ? named : [...named, { name: null, items: loose }];
}

/** Names and addresses of portfolios that everybody can read now. */
export async function portfolioLinks(
  database: Database,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, PortfolioLink>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await database.$queryRaw<(PortfolioLink & { id: string })[]>`
    select f.id::text as id, f.name, f.slug from portfolio_face f join portfolio p on p.id = f.id
      where f.id = any(${wanted}::uuid[]) and p.state = 'open'`;
  return new Map(rows.map(({ id, name, slug }) => [id, { name, slug }]));
}

/** Matches that were made here, of which everybody can read both sides. */
async function matchesOf(database: Database, gatheringId: string): Promise<ReportMatch[]> {
  const rows = await database.gatheringMatch.findMany({
    where: { gatheringId },
    orderBy: [{ match: { madeAt: 'asc' } }, { matchId: 'asc' }],
    select: { matchId: true, match: { select: { lowId: true, highId: true } } },
  });
  const links = await portfolioLinks(
    database,
    rows.flatMap(({ match }) => [match.lowId, match.highId]),
  );
  return rows.flatMap(({ matchId: id, match }) => {
    const [one, other] = [links.get(match.lowId), links.get(match.highId)];
    return one === undefined || other === undefined ? [] : [{ id, one, other }];
  });
}
