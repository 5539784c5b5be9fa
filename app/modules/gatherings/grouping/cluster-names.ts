import { byText } from './room.ts';

/** A portfolio as far as it matters for which others it belongs to. */
export type ClusterPortfolio = {
  id: string;
  /** Slugs of its themes. */
  themes: readonly string[];
  /** Stems of the words in its title, text, needs and offers; a stem as often as it occurs. */
  stems: readonly string[];
};

/** What a cluster is called: a theme, or the words that tell most; `rest` when its portfolios share nothing. */
export type ClusterName =
  { kind: 'theme'; theme: string } | { kind: 'words'; stems: readonly string[] } | { kind: 'rest' };

/** A theme names a cluster when at least this share of its portfolios has it, and no other cluster is called so. */
const themeShare = 0.6;
const wordsInName = 3;

/**
 * Names clusters after what they share: the theme that most of them have and others have less; else up to three
 * stems that at least half of them (and at least two) have, the most telling first: shared here, rare elsewhere.
 * @returns a name per cluster, in the same order; the caller makes words of stems
 */
export function nameClusters(clusters: readonly (readonly ClusterPortfolio[])[]): ClusterName[] {
  const all = clusters.flat();
  const shareOf = (members: readonly ClusterPortfolio[], has: (one: ClusterPortfolio) => boolean) =>
    members.length === 0 ? 0 : members.filter(has).length / members.length;

  const wishes = clusters.flatMap((members, cluster) =>
    [...new Set(members.flatMap(({ themes }) => themes))].flatMap((theme) => {
      const has = ({ themes }: ClusterPortfolio) => themes.includes(theme);
      const share = shareOf(members, has);
      return share < themeShare ? [] : [{ cluster, theme, telling: share - shareOf(all, has), size: members.length }];
    }),
  );
  wishes.sort((a, b) => b.telling - a.telling || b.size - a.size || byText(a.theme, b.theme) || a.cluster - b.cluster);
  const themed = new Map<number, string>();
  for (const { cluster, theme } of wishes)
    if (!themed.has(cluster) && ![...themed.values()].includes(theme)) themed.set(cluster, theme);

  return clusters.map((members, cluster) => {
    const theme = themed.get(cluster);
    if (theme !== undefined) return { kind: 'theme', theme };
    const stems = tellingStems(members, all);
    return stems.length === 0 ? { kind: 'rest' } : { kind: 'words', stems };
  });
}

function tellingStems(members: readonly ClusterPortfolio[], all: readonly ClusterPortfolio[]): string[] {
  const countIn = (portfolios: readonly ClusterPortfolio[]) => {
    const counts = new Map<string, number>();
    for (const { stems } of portfolios)
      for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    return counts;
  };
  const everywhere = countIn(all);
  const enough = Math.max(2, members.length / 2);
  return [...countIn(members)]
    .filter(([, count]) => count >= enough)
    .map(([stem, count]) => ({
      stem,
      telling: (count / members.length) * Math.log((1 + all.length) / (everywhere.get(stem) ?? 1)),
    }))
    .filter(({ telling }) => telling > 0)
    .sort((a, b) => b.telling - a.telling || byText(a.stem, b.stem))
    .slice(0, wordsInName)
    .map(({ stem }) => stem);
}
