import type { Database } from '#app/platform/database.server.ts';
import { firstNameOf } from '../rounds.ts';
import { eveningRounds } from './rounds.query.server.ts';
import type { Screen, ScreenCluster, ScreenTable } from '../round-views.ts';

export async function bigScreen(database: Database, gatheringId: string): Promise<Screen> {
  const rounds = await eveningRounds(database, gatheringId);
  const round = rounds.find(({ state }) => state === 'open') ?? null;
  const next = rounds.find(({ state, position }) => state === 'planned' && position > (round?.position ?? 0)) ?? null;
  return {
    round,
    next,
    tables: round === null ? [] : await tablesOf(database, round.id),
    clusters: round?.kind === 'clusters' ? await clustersOf(database, gatheringId) : [],
  };
}

async function tablesOf(database: Database, roundId: string): Promise<ScreenTable[]> {
  const rows = await database.gatheringTable.findMany({
    where: { roundId, seats: { some: {} } },
    orderBy: { number: 'asc' },
    select: {
      number: true,
      cluster: { select: { name: true } },
      seats: { select: { registration: { select: { name: true } } } },
    },
  });
  return rows.map(({ number, cluster, seats }) => ({
    number,
    clusterName: cluster?.name ?? null,
    firstNames: seats
      .map(({ registration }) => firstNameOf(registration.name))
      .sort((one, other) => one.localeCompare(other, 'nl')),
  }));
}

async function clustersOf(database: Database, gatheringId: string): Promise<ScreenCluster[]> {
  const [clusters, cards] = await Promise.all([
    database.gatheringCluster.findMany({
      where: { gatheringId, holds: 'portfolios' },
      orderBy: { position: 'asc' },
      select: { id: true, name: true },
    }),
    database.$queryRaw<{ clusterId: string; name: string }[]>`
      select c.cluster_id::text as "clusterId", f.name from gathering_card c join portfolio_face f on f.id = c.portfolio_id
        where c.gathering_id = ${gatheringId}::uuid and c.cluster_id is not null order by f.name`,
  ]);
  return clusters.map(({ id, name }) => ({
    ...{ id, name },
    cards: cards.filter(({ clusterId }) => clusterId === id).map((card) => card.name),
  }));
}
