import type { Database } from '#app/platform/database.server.ts';
import type { Explanation } from '../grouping/room.ts';
import type { Board, BoardCard } from '../round-views.ts';

/** Clusters of portfolios and what lies in them. @param registrationId whose cards are theirs; null: nobody's */
export async function clusterBoard(
  database: Database,
  gatheringId: string,
  registrationId: string | null,
): Promise<Board> {
  const [clusters, cards, open] = await Promise.all([
    database.gatheringCluster.findMany({
      where: { gatheringId, holds: 'portfolios' },
      orderBy: { position: 'asc' },
      select: { id: true, name: true, revision: true, isPinned: true },
    }),
    database.$queryRaw<BoardCard[]>`
      select c.portfolio_id::text as "portfolioId", f.slug, f.name, c.cluster_id::text as "clusterId",
          c.is_pinned as "isPinned", c.revision, exists (select from gathering_registration_portfolio p
            where p.registration_id = ${registrationId}::uuid and p.portfolio_id = c.portfolio_id and p.why = 'comes-for') as "isMine"
        from gathering_card c join portfolio_face f on f.id = c.portfolio_id
        where c.gathering_id = ${gatheringId}::uuid order by f.name, c.portfolio_id`,
    database.gatheringRound.count({ where: { gatheringId, kind: 'clusters', state: 'open' } }),
  ]);
  return { clusters, cards, isOpen: open > 0 };
}

/** Portfolios of the area that have no card yet, by name. */
export async function cardsToAdd(database: Database, gatheringId: string): Promise<{ value: string; label: string }[]> {
  return database.$queryRaw<{ value: string; label: string }[]>`
    select distinct f.slug as value, f.name as label from portfolio_face f
      join portfolio_area_of a on a.portfolio_id = f.id
      join gathering_area_buurt b on a.area_code = b.area_code or a.area_code = left(b.area_code, 2)
      join gathering g on g.gathering_area_id = b.gathering_area_id
      where g.id = ${gatheringId}::uuid and f.active
        and not exists (select from gathering_card c where c.gathering_id = g.id and c.portfolio_id = f.id)
      order by f.name limit 300`;
}

/** Names for the ids in explanations: people by the name on their card, portfolios by theirs, tables as they are. */
export async function namesIn(
  database: Database,
  explanations: readonly Explanation[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [
    ...new Set(explanations.flatMap(({ people, wanted }) => (wanted === undefined ? people : [...people, wanted]))),
  ];
  const rows = await database.$queryRaw<{ id: string; name: string }[]>`
    select id::text as id, name from gathering_registration where id = any (${ids}::uuid[]) and name <> ''
    union all select id::text, name from portfolio_face where id = any (${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
