import { acquaint, type Acquaintance } from './acquaintance.ts';
import { explainPerson, explainWishes, idOf, movedPeople, readTogether } from './explain.ts';
import { matchPairs } from './matching.ts';
import { joinAsThirds, worthAsThird, type Table } from './odd-ones.ts';
import { byText, type AreaWish, type Explanation, type Room } from './room.ts';
import { int } from './typed.ts';

export type PairRequest = {
  room: Room;
  areas: AreaWish;
  /** Whether who met before may be a pair again: never, or only when it is otherwise much better. */
  metAgain: 'never' | 'rather-not';
  /** Whether an odd one may join a pair as the third. */
  threes: boolean;
  /** Twos and threes that the organiser put together; they go before every rule but being kept apart. */
  pins: readonly (readonly string[])[];
  /** The pairs as people sit now, after a late arrival or somebody who left; empty for a new proposal. */
  before: readonly (readonly string[])[];
  seed: number;
};

export type Pair = { people: readonly string[]; cluster: string | null; points: number; pinned: boolean };

export type PairPlan = {
  pairs: Pair[];
  /** Sum over the pairs. */
  points: number;
  withoutPlace: string[];
  /** Who sat with somebody who is still here and does not any more. */
  moved: string[];
  explanations: Explanation[];
};

/** More than all points of all pairs together: a pair that sits already stays before anything is made nicer. */
const worthOfStaying = 1_000_000;
/** The odd one should be somebody who can join a pair. */
const cannotJoin = -10_000_000;

/**
 * Pairs within clusters. As many people as possible get a place; among all ways to do that these pairs have the most points
 * (objective.ts), exactly. Then odd ones join a pair, in their own cluster and else in another.
 * With `before`, who sits together stays together, unless somebody would have no place: then as few pairs as possible are parted.
 */
export function proposePairs(request: PairRequest): PairPlan {
  const known = acquaint(request.room, request);
  const pins = readTogether(known, request.pins, { about: 'pin', largest: 3, language: 'told' });
  const fixed = pins.accepted.map((people): Table => ({ people, fixed: true }));
  const pinned = new Set(pins.accepted.flat());
  const sat = request.before.flatMap((table) => {
    const here = table.flatMap((id) => known.indexOf.get(id) ?? []).filter((person) => !pinned.has(person));
    return here.length > 1 && !anyApart(known, here) ? [here] : [];
  });

  let found = fill(known, [...fixed, ...sat.map((people) => ({ people: [...people], fixed: false }))], request);
  if (sat.length > 0 && found.left.length > 0) {
    const other = fill(known, fixed, request, stayingTogether(sat));
    if (other.left.length < found.left.length) found = other;
  }
  const { tables, left, explanations } = found;

  const pairs = tables.map(({ people, fixed: isPinned }): Pair => {
    const clusters = new Set(people.map((person) => known.people[person]?.cluster ?? null));
    return {
      people: people.map((person) => idOf(known, person)).sort(byText),
      cluster: clusters.size === 1 ? ([...clusters][0] ?? null) : null,
      points: worthOfTable(known, people),
      pinned: isPinned,
    };
  });
  return {
    pairs: pairs.sort((a, b) => byText(a.people[0] ?? '', b.people[0] ?? '')),
    points: pairs.reduce((sum, pair) => sum + pair.points, 0),
    withoutPlace: left.map((person) => idOf(known, person)).sort(byText),
    moved: movedPeople(
      known,
      request.before,
      tables.map(({ people }) => people),
    ),
    explanations: [
      ...known.explanations,
      ...pins.explanations,
      ...explanations,
      ...left.map((person) => explainPerson(known, person, known.barOf)),
      ...explainWishes(
        known,
        tables.map(({ people }) => people),
        known.barOf,
        true,
      ),
    ].sort((a, b) => byText(a.about, b.about) || byText(a.people.join(' '), b.people.join(' '))),
  };
}

type Filled = { tables: Table[]; left: number[]; explanations: Explanation[] };

/** Gives a place to everybody who is not at one of the tables yet. */
function fill(
  known: Acquaintance,
  start: readonly Table[],
  { threes }: PairRequest,
  extra: (a: number, b: number) => number = () => 0,
): Filled {
  const tables = [...start];
  const seated = new Set(start.flatMap(({ people }) => people));
  const clusterOf = (person: number | undefined) => known.people[person ?? -1]?.cluster ?? null;
  const clusters = new Map<string | null, number[]>();
  known.people.forEach(({ cluster }, person) => {
    if (!seated.has(person)) clusters.set(cluster, [...(clusters.get(cluster) ?? []), person]);
  });

  let left = [...clusters.values()].flatMap((people) => pairUp(known, people, tables, { threes, extra }));
  const ownCluster = (person: number, { people }: Table) => people.every((one) => clusterOf(one) === clusterOf(person));
  if (threes) left = joinAsThirds(known, tables, left, ownCluster);
  if (left.length > 0) left = pairUp(known, left, tables, { threes, extra });
  if (threes) left = joinAsThirds(known, tables, left, () => true);

  const mixed = tables.filter(
    ({ people, fixed }) => !fixed && people.some((one) => clusterOf(one) !== clusterOf(people[0])),
  );
  const explanations = mixed.map(({ people }): Explanation => {
    return {
      about: 'person',
      reason: 'other-cluster',
      people: people.map((one) => idOf(known, one)).sort(byText),
      done: true,
    };
  });
  return { tables, left, explanations };
}

/** Adds the best pairs among these people to the tables; returns who has none. */
function pairUp(
  known: Acquaintance,
  people: readonly number[],
  tables: Table[],
  { threes, extra }: { threes: boolean; extra: (a: number, b: number) => number },
): number[] {
  const at = (index: number) => people[index] as number;
  const mates = matchPairs(
    people.length,
    (a, b) => (known.barOf(at(a), at(b)) === null ? known.pointsOf(at(a), at(b)) + extra(at(a), at(b)) : null),
    (a) => (threes && !couldBeThird(known, at(a), people) ? cannotJoin : 0),
  );
  return people.filter((person, a) => {
    const b = int(mates, a);
    if (a < b) tables.push({ people: [person, at(b)], fixed: false });
    return b < 0;
  });
}

function couldBeThird(known: Acquaintance, person: number, people: readonly number[]): boolean {
  const partners = people.filter((other) => other !== person && known.barOf(person, other) === null);
  return partners.some((a, index) =>
    partners
      .slice(index + 1)
      .some(
        (b) => known.barOf(a, b) === null && worthAsThird(known, person, { people: [a, b], fixed: false }) !== null,
      ),
  );
}

function stayingTogether(sat: readonly (readonly number[])[]): (a: number, b: number) => number {
  const tableOf = new Map(sat.flatMap((people, table) => people.map((person) => [person, table])));
  return (a, b) => (tableOf.has(a) && tableOf.get(a) === tableOf.get(b) ? worthOfStaying : 0);
}

function anyApart(known: Acquaintance, people: readonly number[]): boolean {
  return people.some((a, index) => people.slice(index + 1).some((b) => known.keptApart(a, b)));
}

function worthOfTable(known: Acquaintance, people: readonly number[]): number {
  let sum = 0;
  people.forEach((a, index) => people.slice(index + 1).forEach((b) => (sum += known.pointsOf(a, b))));
  return sum;
}
