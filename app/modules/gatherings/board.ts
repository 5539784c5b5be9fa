/** More clusters than fit on a wall. */
export const mostClusters = 40;

export const longestClusterName = 80;

/** How clusters are proposed: enough to choose from, few enough to find each other. */
export const clusterSizes = { fewest: 2, most: 10, smallest: 2, largest: 12 } as const;

/** Number of clusters that so many cards can be divided in. */
export function mostClustersFor(cards: number): number {
  return Math.max(clusterSizes.most, Math.ceil(cards / clusterSizes.largest));
}
