import { type Acquaintance } from './acquaintance.ts';
import { shareLanguage } from './languages.ts';
import { bars, byText, type Bar, type Explanation } from './room.ts';

/** Why somebody has no place: with how many of the others it fails and on what. */
export function explainPerson(known: Acquaintance, person: number, barOf: Acquaintance['barOf']): Explanation {
  const counts: Partial<Record<Bar, number>> = {};
  let possible = 0;
  known.people.forEach((_, other) => {
    if (other === person) return;
    const bar = barOf(person, other);
    if (bar === null) possible += 1;
    else counts[bar] = (counts[bar] ?? 0) + 1;
  });
  const nobody = known.people.length === 1;
  return {
    about: 'person',
    reason: nobody ? 'nobody-else' : possible > 0 ? 'all-taken' : mostCommon(counts),
    people: [idOf(known, person)],
    counts,
    done: false,
  };
}

/**
 * Every wish to meet somebody that did not come true, and why.
 * @param tables people per pair or group
 * @param barOf why two could not sit together here
 * @param ownCluster whether people only sit with those of their own cluster
 */
export function explainWishes(
  known: Acquaintance,
  tables: readonly (readonly number[])[],
  barOf: Acquaintance['barOf'],
  ownCluster: boolean,
): Explanation[] {
  const { people } = known;
  const tableOf = new Map(tables.flatMap((table, index) => table.map((person) => [person, index])));
  return people.flatMap((person, a) =>
    [...new Set(person.wants)].sort(byText).flatMap((wanted): Explanation[] => {
      const wish = { about: 'wish', people: [person.id], wanted, done: false } as const;
      const targets = people.flatMap(({ id, portfolios }, b) =>
        b !== a && (id === wanted || portfolios.includes(wanted)) ? [b] : [],
      );
      if (targets.length === 0)
        // somebody's own portfolio is no wish
        return person.id === wanted || person.portfolios.includes(wanted) ? [] : [{ ...wish, reason: 'not-here' }];
      const table = tableOf.get(a);
      if (table !== undefined && targets.some((b) => tableOf.get(b) === table)) return [];
      const possible = targets.filter((b) => barOf(a, b) === null);
      if (possible.length === 0) {
        const counts: Partial<Record<Bar, number>> = {};
        for (const b of targets) for (const bar of bars) if (barOf(a, b) === bar) counts[bar] = (counts[bar] ?? 0) + 1;
        return [{ ...wish, reason: mostCommon(counts) }];
      }
      const elsewhere = ownCluster && possible.every((b) => people[b]?.cluster !== person.cluster);
      return [{ ...wish, reason: elsewhere ? 'other-cluster' : 'better-for-the-room' }];
    }),
  );
}

/**
 * The sets of people that the organiser (or an earlier round) wants together, as far as they can be: everybody is here, nobody is in
 * two of them, nobody in them is kept apart. What cannot be is explained, and so is what is done against a softer rule.
 * @param largest how many may be together
 */
export function readTogether(
  known: Acquaintance,
  sets: readonly (readonly string[])[],
  { about, largest, language }: { about: 'pin' | 'together'; largest: number; language: 'must' | 'told' },
): { accepted: number[][]; explanations: Explanation[] } {
  const accepted: number[][] = [];
  const explanations: Explanation[] = [];
  const taken = new Set<number>();
  const ordered = sets.map((set) => [...new Set(set)].sort(byText)).sort((a, b) => byText(a.join(' '), b.join(' ')));
  for (const ids of ordered) {
    const indexes = ids.flatMap((id) => known.indexOf.get(id) ?? []);
    const twos = indexes.flatMap((a, i) => indexes.slice(i + 1).map((b) => [a, b] as const));
    const mute = indexes.length > 1 && !shareLanguage(known.languages, indexes);
    const say = (reason: Explanation['reason'], done: boolean) =>
      explanations.push({ about, reason, people: ids, done });
    if (indexes.length < ids.length) say('not-here', false);
    else if (ids.length < 2 || ids.length > largest) say('wrong-number', false);
    else if (indexes.some((index) => taken.has(index))) say('pinned-elsewhere', false);
    else if (twos.some(([a, b]) => known.keptApart(a, b))) say('kept-apart', false);
    else if (mute && language === 'must') say('no-shared-language', false);
    else {
      accepted.push(indexes);
      for (const index of indexes) taken.add(index);
      if (about === 'together') continue;
      if (mute) say('no-shared-language', true);
      for (const bar of ['same-organisation', 'met-before'] as const)
        if (twos.some(([a, b]) => known.barOf(a, b) === bar)) say(bar, true);
    }
  }
  return { accepted, explanations };
}

/** Who was taken away from somebody that they sat with and who is still here. */
export function movedPeople(
  known: Acquaintance,
  before: readonly (readonly string[])[],
  tables: readonly (readonly number[])[],
): string[] {
  const tableOf = new Map(tables.flatMap((table, index) => table.map((person) => [idOf(known, person), index])));
  const moved = before.flatMap((table) => {
    const here = table.filter((id) => known.indexOf.has(id));
    return here.filter((id) => here.some((other) => other !== id && !together(tableOf, id, other)));
  });
  return [...new Set(moved)].sort(byText);
}

function together(tableOf: ReadonlyMap<string, number>, one: string, other: string): boolean {
  const table = tableOf.get(one);
  return table !== undefined && table === tableOf.get(other);
}

function mostCommon(counts: Partial<Record<Bar, number>>): Bar {
  return bars.reduce((most, bar) => ((counts[bar] ?? 0) > (counts[most] ?? 0) ? bar : most));
}

export function idOf(known: Acquaintance, person: number): string {
  return known.people[person]?.id ?? '';
}
