/** Kinds of things that an organiser can leave out of a report (`gathering_omission_kind`). */
export const omissionKinds = ['question', 'promise', 'note', 'match'] as const;
export type OmissionKind = (typeof omissionKinds)[number];

/** Fewer people than this are not counted in public: one could tell who they are. */
export const smallestShown = 5;

/** A number of people for everybody; null: there are some, fewer than can be shown. */
export type SafeNumber = number | null;

/** One part of a whole, such as how many residents came. */
export type Part = { key: string; count: number };
export type SafePart = { key: string; count: SafeNumber };

/** What a report says of a whole and its parts. Parts without anybody are left out. */
export type SafeParts = { total: SafeNumber; parts: SafePart[] };

/**
 * The parts of a whole, without those from which one could tell who it was. What is not shown cannot be found by subtracting
 * either: when something is left out, at least two parts are, and together they are not fewer than can be shown.
 */
export function safeParts(parts: readonly Part[]): SafeParts {
  const present = parts.filter(({ count }) => count > 0);
  const total = present.reduce((sum, { count }) => sum + count, 0);
  if (total < smallestShown) return { total: total === 0 ? 0 : null, parts: [] };
  const byCount = [...present].sort((one, other) => one.count - other.count);
  const hidden = new Set<string>();
  let hiddenSum = 0;
  for (const { key, count } of byCount) {
    const isSmall = count < smallestShown;
    const wouldTell = hidden.size > 0 && (hidden.size < 2 || hiddenSum < smallestShown);
    if (!isSmall && !wouldTell) break;
    hidden.add(key);
    hiddenSum += count;
  }
  return { total, parts: present.map(({ key, count }) => ({ key, count: hidden.has(key) ? null : count })) };
}

/** A number by itself. */
export function safeNumber(count: number): SafeNumber {
  return count === 0 || count >= smallestShown ? count : null;
}

/** How many came as what, and from which wijk (its name; empty: not told), as the report keeps it: counted once, at publication. */
export type ReportNumbers = { came: SafeParts; areas: SafeParts };

const nobody: SafeParts = { total: 0, parts: [] };

/** Reads what the database keeps; nothing for a report that was never published. */
export function reportNumbers(kept: unknown): ReportNumbers {
  const { came = nobody, areas = nobody } = (kept ?? {}) as Partial<ReportNumbers>;
  return { came, areas };
}
