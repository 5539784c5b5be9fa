import type { Bar, Explanation } from './grouping/room.ts';

/** Somebody at a table, by the number of the table. */
export type Seat = { registrationId: string; table: number };

/** Somebody whose table changes; null: no table before, or none any more. */
export type Move = { registrationId: string; from: number | null; to: number | null };

/** The least that would have to change for who came late or left. Ids only: it is kept with the round. */
export type Mending = {
  /** Of the round that it was made for. */
  basedOn: number;
  seats: Seat[];
  /** Clusters of the tables, by number. */
  clusters: Record<string, string | null>;
  moves: Move[];
  /** Who is in and finds no place this way. */
  without: string[];
};

/** Whose table differs between two divisions, in the order of the new tables. */
export function movesBetween(before: readonly Seat[], after: readonly Seat[]): Move[] {
  const were = new Map(before.map(({ registrationId, table }) => [registrationId, table]));
  const are = new Map(after.map(({ registrationId, table }) => [registrationId, table]));
  return [...new Set([...are.keys(), ...were.keys()])]
    .map((registrationId) => ({
      registrationId,
      from: were.get(registrationId) ?? null,
      to: are.get(registrationId) ?? null,
    }))
    .filter(({ from, to }) => from !== to)
    .sort((a, b) => (a.to ?? Infinity) - (b.to ?? Infinity) || (a.registrationId < b.registrationId ? -1 : 1));
}

/**
 * Gives tables their numbers: who sat at a table keeps its number, by most of them; others get the first that is free.
 * @param tables people of each, in the order in which new ones are numbered
 * @param before who sat where
 */
export function numberTables(tables: readonly (readonly string[])[], before: readonly Seat[]): Seat[] {
  const were = new Map(before.map(({ registrationId, table }) => [registrationId, table]));
  const wishes = tables.flatMap((people, index) => {
    const counts = new Map<number, number>();
    for (const person of people) {
      const table = were.get(person);
      if (table !== undefined) counts.set(table, (counts.get(table) ?? 0) + 1);
    }
    return [...counts].map(([table, count]) => ({ index, table, count }));
  });
  wishes.sort((a, b) => b.count - a.count || a.table - b.table || a.index - b.index);
  const numbers = new Map<number, number>();
  const taken = new Set<number>();
  for (const { index, table } of wishes)
    if (!numbers.has(index) && !taken.has(table)) {
      numbers.set(index, table);
      taken.add(table);
    }
  let next = 1;
  return tables.flatMap((people, index) => {
    let table = numbers.get(index);
    if (table === undefined) {
      while (taken.has(next)) next += 1;
      table = next;
      taken.add(table);
    }
    return people.map((registrationId) => ({ registrationId, table }));
  });
}

/**
 * What the organiser may know of why something was not done: that people are kept apart only when the organiser said so. Who blocked
 * whom on the marketplace is theirs; it reads as one of many reasons.
 * @param apart whom the organiser keeps apart from whom, both ways
 */
export function withoutBlocks(
  explanations: readonly Explanation[],
  apart: ReadonlyMap<string, ReadonlySet<string>>,
): Explanation[] {
  return explanations.map((explanation) => {
    const { about, people, reason, counts } = explanation;
    const told = counts === undefined ? explanation : { ...explanation, counts: withoutApart(counts) };
    const isSaid = people.some((one) => {
      const others = apart.get(one);
      return others !== undefined && (people.length === 1 || people.some((other) => others.has(other)));
    });
    if (reason !== 'kept-apart' || isSaid) return told;
    return { ...told, reason: about === 'person' ? 'all-taken' : 'better-for-the-room' };
  });
}

function withoutApart(counts: NonNullable<Explanation['counts']>): Partial<Record<Bar, number>> {
  return Object.fromEntries(Object.entries(counts).filter(([bar]) => bar !== 'kept-apart'));
}
