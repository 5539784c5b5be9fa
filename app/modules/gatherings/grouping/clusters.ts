import { nameClusters, type ClusterName, type ClusterPortfolio } from './cluster-names.ts';
import { shuffled } from './random.ts';
import { byText, type Explanation } from './room.ts';
import { seat } from './seat-search.ts';
import { noSlot, type Seating } from './seating.ts';
import { int, real } from './typed.ts';

export type ClusterRequest = {
  portfolios: readonly ClusterPortfolio[];
  /** How many clusters there may be, and how many portfolios each may hold. */
  fewest: number;
  most: number;
  smallest: number;
  largest: number;
  /** Cards that people put somewhere: they stay there when it is proposed again. */
  pins: readonly { portfolio: string; cluster: string }[];
  seed: number;
};

export type Cluster = { key: string; name: ClusterName; portfolios: readonly string[] };

export type ClusterPlan = {
  clusters: Cluster[];
  /** How much clearer portfolios belong to their own cluster than to the next one, −1 to 1 (silhouette). */
  clearness: number;
  explanations: Explanation[];
};

/** What themes count for in the likeness of two portfolios; words count for the rest. */
const themePart = 0.5;

/** Few clusters are easier to choose from: the fewest that are at least this share as clear as the clearest division. */
const clearEnough = 0.9;

/**
 * Proposes clusters of portfolios by theme and words. For each allowed number of clusters the best division is sought (the same
 * search as for tables, with likeness above the average as points), and the fewest clusters that are clear enough are kept.
 */
export function proposeClusters(request: ClusterRequest): ClusterPlan {
  const unique = new Map([...request.portfolios].sort((a, b) => byText(a.id, b.id)).map((one) => [one.id, one]));
  const portfolios = shuffled([...unique.values()], request.seed);
  const { pinned, keys, explanations } = readPins(request, portfolios);
  const count = portfolios.length;
  if (count === 0) return { clusters: [], clearness: 0, explanations };
  const likeness = likenessOf(portfolios);
  const largest = Math.max(1, request.largest);
  const fewest = Math.max(1, keys.length, Math.ceil(count / largest), Math.min(request.fewest, count));
  const most = Math.max(fewest, Math.min(request.most, Math.floor(count / Math.max(1, request.smallest))));
  if (fewest > request.most || fewest * request.smallest > count)
    explanations.push({ about: 'sizes', reason: 'sizes-do-not-fit', people: [], done: true });

  const divisions = Array.from({ length: most - fewest + 1 }, (_, more) => {
    const slots = seat(asSeating(likeness, { request, pinned, clusters: fewest + more, largest }));
    return { slots, clearness: silhouette(likeness, slots) };
  });
  const clearest = Math.max(...divisions.map(({ clearness }) => clearness));
  const enough = clearest > 0 ? clearEnough * clearest : clearest;
  const found = divisions.find(({ clearness }) => clearness >= enough) as (typeof divisions)[number];
  const members = new Map<number, ClusterPortfolio[]>();
  found.slots.forEach((slot, index) => {
    const portfolio = portfolios[index] as ClusterPortfolio;
    // who fits nowhere stands alone: a card that people see and move
    const place = slot === noSlot ? -1 - index : slot;
    members.set(place, [...(members.get(place) ?? []), portfolio]);
  });
  return { clusters: withNames(members, keys), clearness: found.clearness, explanations };
}

function readPins({ pins }: ClusterRequest, portfolios: readonly ClusterPortfolio[]) {
  const indexOf = new Map(portfolios.map(({ id }, index) => [id, index]));
  const ordered = [...pins].sort((a, b) => byText(a.portfolio, b.portfolio) || byText(a.cluster, b.cluster));
  const clusterOf = new Map<number, string>();
  const explanations: Explanation[] = [];
  for (const { portfolio, cluster } of ordered) {
    const index = indexOf.get(portfolio);
    const explanation = { about: 'pin', people: [portfolio], group: cluster, done: false } as const;
    if (index === undefined) explanations.push({ ...explanation, reason: 'not-here' });
    else if (!clusterOf.has(index)) clusterOf.set(index, cluster);
    else if (clusterOf.get(index) !== cluster) explanations.push({ ...explanation, reason: 'pinned-elsewhere' });
  }
  const keys = [...new Set(clusterOf.values())].sort(byText);
  return {
    pinned: new Map([...clusterOf].map(([index, cluster]) => [index, keys.indexOf(cluster)])),
    keys,
    explanations,
  };
}

type Likeness = { count: number; values: Float64Array; average: number };

function asSeating(
  { count, values, average }: Likeness,
  asked: { request: ClusterRequest; pinned: ReadonlyMap<number, number>; clusters: number; largest: number },
): Seating {
  const { request, pinned, clusters, largest } = asked;
  return {
    count,
    heads: new Int32Array(count).fill(1),
    points: values.map((value) => 200 * (value - average)),
    barred: new Int32Array(count * count),
    languages: new Int32Array(count).fill(1),
    words: 1,
    slots: clusters,
    wanted: clusters,
    smallest: Math.max(1, Math.min(request.smallest, Math.floor(count / clusters))),
    largest,
    equalShare: count / clusters,
    // likeness decides, sizes only a little
    balance: 2,
    home: Int32Array.from({ length: count }, (_, index) => pinned.get(index) ?? noSlot),
    fixed: Int32Array.from({ length: count }, (_, index) => Number(pinned.has(index))),
    stepsPerUnit: 800,
    seed: request.seed,
  };
}

/** Likeness of each two, 0 to 1: cosine of their words (rare ones count more) and how many themes they share. */
function likenessOf(portfolios: readonly ClusterPortfolio[]): Likeness {
  const count = portfolios.length;
  const having = new Map<string, number>();
  for (const { stems } of portfolios) for (const stem of new Set(stems)) having.set(stem, (having.get(stem) ?? 0) + 1);
  const vectors = portfolios.map(({ stems }) => {
    const weights = new Map<string, number>();
    for (const stem of stems) weights.set(stem, (weights.get(stem) ?? 0) + 1);
    for (const [stem, times] of weights)
      weights.set(stem, (1 + Math.log(times)) * Math.log((1 + count) / (having.get(stem) ?? 1)));
    const length = Math.hypot(...weights.values());
    return new Map([...weights].map(([stem, weight]) => [stem, length === 0 ? 0 : weight / length]));
  });
  const values = new Float64Array(count * count);
  let sum = 0;
  for (let a = 0; a < count; a += 1)
    for (let b = 0; b < a; b += 1) {
      const [one, other] = [new Set(portfolios[a]?.themes), new Set(portfolios[b]?.themes)];
      const shared = [...one].filter((theme) => other.has(theme)).length;
      const themes = shared === 0 ? 0 : shared / Math.min(one.size, other.size);
      let cosine = 0;
      for (const [stem, weight] of vectors[a] ?? []) cosine += weight * (vectors[b]?.get(stem) ?? 0);
      const value = themePart * themes + (1 - themePart) * cosine;
      values[a * count + b] = values[b * count + a] = value;
      sum += value;
    }
  return { count, values, average: count < 2 ? 0 : (2 * sum) / (count * (count - 1)) };
}

function silhouette({ count, values }: Likeness, slots: Int32Array): number {
  let total = 0;
  for (let a = 0; a < count; a += 1) {
    const sums = new Map<number, { sum: number; members: number }>();
    for (let b = 0; b < count; b += 1) {
      if (b === a) continue;
      const entry = sums.get(int(slots, b)) ?? { sum: 0, members: 0 };
      sums.set(int(slots, b), { sum: entry.sum + 1 - real(values, a * count + b), members: entry.members + 1 });
    }
    const own = sums.get(int(slots, a));
    sums.delete(int(slots, a));
    if (own === undefined || sums.size === 0) continue;
    const inside = own.sum / own.members;
    const outside = Math.min(...[...sums.values()].map(({ sum, members }) => sum / members));
    total += Math.max(inside, outside) === 0 ? 0 : (outside - inside) / Math.max(inside, outside);
  }
  return count === 0 ? 0 : total / count;
}

function withNames(members: ReadonlyMap<number, ClusterPortfolio[]>, keys: readonly string[]): Cluster[] {
  const listed = [...members].map(([slot, portfolios]) => {
    const sorted = portfolios.sort((a, b) => byText(a.id, b.id));
    return { key: slot < 0 ? undefined : keys[slot], portfolios: sorted, first: sorted[0]?.id ?? '' };
  });
  listed.sort((a, b) => b.portfolios.length - a.portfolios.length || byText(a.first, b.first));
  const names = nameClusters(listed.map(({ portfolios }) => portfolios));
  let number = 0;
  const nextKey = () => {
    do number += 1;
    while (keys.includes(String(number)));
    return String(number);
  };
  return listed.map(({ key, portfolios }, index) => ({
    key: key ?? nextKey(),
    name: names[index] ?? { kind: 'rest' },
    portfolios: portfolios.map(({ id }) => id),
  }));
}
