import { type Acquaintance } from './acquaintance.ts';
import { shareLanguage } from './languages.ts';
import { matchPairs } from './matching.ts';
import { int } from './typed.ts';

/** People who sit together; `fixed` ones were put there by the organiser and take nobody in. */
export type Table = { people: number[]; fixed: boolean };

/** Worth of a third person at a table of two; null when it cannot be. */
export function worthAsThird(known: Acquaintance, person: number, { people, fixed }: Table): number | null {
  const [a, b] = people;
  if (fixed || people.length !== 2 || a === undefined || b === undefined) return null;
  if (known.barOf(person, a) !== null || known.barOf(person, b) !== null) return null;
  if (!shareLanguage(known.languages, [person, a, b])) return null;
  return known.pointsOf(person, a) + known.pointsOf(person, b);
}

/**
 * Lets who has nobody join pairs as a third: as many as possible, and then with the most points (a matching again, of people
 * with tables). Who still has no place then takes somebody's partner when that partner can be a third elsewhere, or one of three.
 * @param mayJoin who may sit at which table, besides the rules: that of one's own cluster
 * @returns who has no place still
 */
export function joinAsThirds(
  known: Acquaintance,
  tables: Table[],
  left: readonly number[],
  mayJoin: (person: number, table: Table) => boolean,
): number[] {
  if (left.length === 0) return [];
  const worth = (person: number, table: Table | undefined) =>
    table !== undefined && mayJoin(person, table) ? worthAsThird(known, person, table) : null;
  const mates = matchPairs(left.length + tables.length, (a, b) =>
    a < left.length && b >= left.length ? worth(left[a] as number, tables[b - left.length]) : null,
  );
  const still = left.filter((person, a) => {
    const table = tables[int(mates, a) - left.length];
    if (int(mates, a) < 0 || table === undefined) return true;
    table.people.push(person);
    return false;
  });
  return still.filter(
    (person) => !takePartner(known, tables, person, mayJoin) && !takeOneOfThree(known, tables, person, mayJoin),
  );
}

/** Three and one become two pairs. */
function takeOneOfThree(
  known: Acquaintance,
  tables: Table[],
  person: number,
  mayJoin: (person: number, table: Table) => boolean,
): boolean {
  let [best, act] = [-Infinity, undefined as (() => void) | undefined];
  for (const table of tables) {
    if (table.fixed || table.people.length !== 3) continue;
    for (const goes of table.people) {
      const pair = { people: [goes, person], fixed: false };
      if (known.barOf(person, goes) !== null || !mayJoin(person, { people: [goes], fixed: false })) continue;
      const stay = table.people.filter((one) => one !== goes);
      const change = stay.reduce((sum, one) => sum - known.pointsOf(goes, one), known.pointsOf(person, goes));
      if (change <= best) continue;
      best = change;
      act = () => {
        table.people = stay;
        tables.push(pair);
      };
    }
  }
  act?.();
  return act !== undefined;
}

function takePartner(
  known: Acquaintance,
  tables: Table[],
  person: number,
  mayJoin: (person: number, table: Table) => boolean,
): boolean {
  let [best, act] = [-Infinity, undefined as (() => void) | undefined];
  for (const table of tables) {
    if (table.fixed || table.people.length !== 2 || !mayJoin(person, table)) continue;
    for (const stays of table.people) {
      const goes = table.people.find((one) => one !== stays) as number;
      if (known.barOf(person, stays) !== null) continue;
      const change = known.pointsOf(person, stays) - known.pointsOf(stays, goes);
      for (const other of tables) {
        const worth = other !== table && mayJoin(goes, other) ? worthAsThird(known, goes, other) : null;
        if (worth === null || change + worth <= best) continue;
        best = change + worth;
        act = () => {
          table.people = [stays, person];
          other.people.push(goes);
        };
      }
    }
  }
  act?.();
  return act !== undefined;
}
