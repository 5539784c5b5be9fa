import { newId } from '#app/kernel/ids.ts';
import { tellingAmong, wordsOfStems } from '#app/modules/matching/queries/together.query.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { translatorOf } from '#app/i18n/all.server.ts';
import { clusterSizes, longestClusterName, mostClustersFor } from '../board.ts';
import { proposeClusters, type Cluster } from '../grouping/clusters.ts';
import type { Explanation } from '../grouping/room.ts';

/**
 * Divides the cards over clusters anew. Cards that somebody put somewhere stay there, and so do clusters that somebody made or named, with
 * what is in them. The caller holds the round.
 */
export async function writeClusters(
  tx: Transaction,
  { gatheringId, seed }: { gatheringId: string; seed: number },
): Promise<Explanation[]> {
  // who moves a card meanwhile waits, so that nobody's move is overwritten unseen
  await tx.$queryRaw`select 1 from gathering_card where gathering_id = ${gatheringId}::uuid order by portfolio_id for update`;
  const ofIt = { gatheringId, holds: 'portfolios' };
  const cards = await tx.gatheringCard.findMany({ where: { gatheringId }, orderBy: { portfolioId: 'asc' } });
  const known = await tx.gatheringCluster.findMany({ where: ofIt });
  const named = new Set(known.filter(({ isPinned }) => isPinned).map(({ id }) => id));
  const pins = cards.flatMap(({ portfolioId, clusterId, isPinned }) =>
    clusterId !== null && (isPinned || named.has(clusterId)) ? [{ portfolio: portfolioId, cluster: clusterId }] : [],
  );
  const plan = proposeClusters({
    ...clusterSizes,
    most: mostClustersFor(cards.length),
    portfolios: await tellingAmong(
      tx,
      cards.map(({ portfolioId }) => portfolioId),
    ),
    pins,
    seed,
  });
  const ids = new Set(known.map(({ id }) => id));
  const stays = new Set([...named, ...plan.clusters.flatMap(({ key }) => (ids.has(key) ? [key] : []))]);
  await tx.gatheringCluster.deleteMany({ where: { ...ofIt, id: { notIn: [...stays] } } });
  const last = await tx.gatheringCluster.aggregate({ where: ofIt, _max: { position: true } });
  const naming = await names(tx, plan.clusters);
  let position = last._max.position ?? 0;
  const clusterOf = new Map<string, string>();
  for (const [index, { key, portfolios }] of plan.clusters.entries()) {
    const id = stays.has(key) ? key : newId();
    if (!stays.has(key)) {
      position += 1;
      await tx.gatheringCluster.create({
        data: { id, ...ofIt, position, name: naming[index] ?? '' },
      });
    }
    for (const portfolio of portfolios) clusterOf.set(portfolio, id);
  }
  for (const { portfolioId, clusterId, revision } of cards) {
    const now = clusterOf.get(portfolioId) ?? null;
    if (now !== clusterId)
      await tx.gatheringCard.update({
        where: { gatheringId_portfolioId: { gatheringId, portfolioId } },
        data: { clusterId: now, revision: revision + 1 },
      });
  }
  return plan.explanations;
}

/** What clusters are called: their theme, or words that people wrote. */
async function names(tx: Transaction, clusters: readonly Cluster[]): Promise<string[]> {
  const themes = new Map(
    (await tx.theme.findMany({ select: { slug: true, name: true } })).map(({ slug, name }) => [slug, name]),
  );
  const t = translatorOf('nl');
  const found: string[] = [];
  for (const { name, portfolios } of clusters) {
    if (name.kind === 'theme') found.push(themes.get(name.theme) ?? name.theme);
    else if (name.kind === 'rest') found.push(t('rounds:board.rest'));
    else {
      const words = await wordsOfStems(tx, portfolios, name.stems);
      found.push(name.stems.map((stem) => words.get(stem) ?? stem).join(', '));
    }
  }
  return found.map((name) => (name.charAt(0).toUpperCase() + name.slice(1)).slice(0, longestClusterName));
}
