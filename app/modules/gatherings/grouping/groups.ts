import { acquaint, type Acquaintance } from './acquaintance.ts';
import { explainPerson, explainWishes, idOf } from './explain.ts';
import { groupPoints, makeUnits, unitNumbers, type GroupPin, type Unit } from './group-units.ts';
import { before as weights } from './objective.ts';
import { byText, type AreaWish, type Bar, type Explanation, type Room } from './room.ts';
import { seat } from './seat-search.ts';
import { int } from './typed.ts';

/** With twenty times as many steps tables become 1 to 3 % better. */
const stepsPerUnit = 2_500;

export type GroupSizes = { smallest: number; largest: number; ideal: number };

export type SeatedGroup = { key: string; people: readonly string[] };

export type GroupRequest = {
  room: Room;
  areas: AreaWish;
  sizes: GroupSizes;
  /** Pairs of the round before, that go to a table together. */
  together: readonly (readonly string[])[];
  /** Who sits at which table by the organiser's hand; they stay there. */
  pins: readonly GroupPin[];
  /** The tables as people sit now, after a late arrival or somebody who left; empty for a new proposal. */
  before: readonly SeatedGroup[];
  seed: number;
};

export type Group = SeatedGroup & {
  /** Languages that everybody at the table speaks; empty only where pins made it so. */
  languages: readonly string[];
  points: number;
};

export type GroupPlan = {
  groups: Group[];
  /** Sum over the groups of what every two people at a table are worth. */
  points: number;
  withoutPlace: string[];
  /** Who sat at one table and does not sit there any more. */
  moved: string[];
  explanations: Explanation[];
};

/**
 * Tables of four to eight, or whatever sizes are asked. Hard rules: who is pinned stays, who is kept apart is not at one table, at each table
 * there is a language that all of them speak, who goes together stays together. Within those the worth of objective.ts:
 * first a place for everybody, then nobody moves who sat already, then equal tables, then points.
 */
export function proposeGroups(request: GroupRequest): GroupPlan {
  const known = acquaint(request.room, { ...request, metAgain: 'rather-not' });
  const barOf = (a: number, b: number): Bar | null => {
    const bar = known.barOf(a, b);
    return bar === 'kept-apart' || bar === 'no-shared-language' ? bar : null;
  };
  const keys = [
    ...new Set([...request.before, ...request.pins.map(({ group }) => ({ key: group }))].map(({ key }) => key)),
  ];
  const slotOfKey = new Map(keys.sort(byText).map((key, slot) => [key, slot]));
  const made = makeUnits(known, request, slotOfKey, request.sizes.largest);
  const fitting = fitSizes(known, request, barOf);
  const seatUnits = (units: readonly Unit[]) =>
    seat({
      ...unitNumbers(known, units),
      ...fitting.sizes,
      wanted: fitting.wanted,
      slots: Math.max(keys.length, fitting.most),
      balance: request.before.length > 0 ? weights.balanceLater : weights.balance,
      stepsPerUnit,
      seed: request.seed,
    });
  const divided = divide(made.units, seatUnits, barOf);
  const { tables, without } = divided;
  const groups = nameGroups(known, tables, keys);
  const keyOf = new Map(groups.flatMap(({ key, people }) => people.map((id) => [id, key])));
  const moved = request.before.flatMap(({ key, people }) =>
    people.filter((id) => known.indexOf.has(id) && keyOf.get(id) !== key),
  );
  return {
    groups,
    points: groups.reduce((sum, group) => sum + group.points, 0),
    withoutPlace: without.map((person) => idOf(known, person)).sort(byText),
    moved: [...new Set(moved)].sort(byText),
    explanations: [
      ...known.explanations,
      ...made.explanations,
      ...fitting.explanations,
      ...explainParted(known, made.units, divided),
      ...groups.flatMap((group) => explainGroup(group, fitting.sizes)),
      ...without.map((person) => explainMissing(known, person, barOf, fitting.sizes.smallest)),
      ...explainWishes(known, [...tables.values()], barOf, false),
    ].sort((a, b) => byText(a.about, b.about) || byText(a.people.join(' '), b.people.join(' '))),
  };
}

type Divided = { tables: Map<number, number[]>; without: number[] };

/**
 * Divides the units. A place goes before going together: who goes together and finds no place is parted, and if somebody still has
 * none, so are those who could talk with them.
 */
function divide(
  units: readonly Unit[],
  seatUnits: (units: readonly Unit[]) => Int32Array,
  barOf: Acquaintance['barOf'],
): Divided {
  let best = read(units, seatUnits(units));
  let parted = units;
  const needed: ((person: number) => boolean)[] = [
    (person) => best.without.includes(person),
    (person) => best.without.some((missing) => barOf(missing, person) === null),
  ];
  for (const isNeeded of needed) {
    const before = parted.length;
    parted = parted.flatMap((unit) =>
      unit.fixed || !unit.people.some(isNeeded) ? [unit] : unit.people.map((person) => ({ ...unit, people: [person] })),
    );
    if (best.without.length === 0 || parted.length === before) continue;
    const other = read(parted, seatUnits(parted));
    if (other.without.length < best.without.length) best = other;
  }
  return best;
}

function read(units: readonly Unit[], slots: Int32Array): Divided {
  const tables = new Map<number, number[]>();
  units.forEach(({ people }, unit) => {
    const slot = int(slots, unit);
    if (slot >= 0) tables.set(slot, [...(tables.get(slot) ?? []), ...people]);
  });
  return { tables, without: units.flatMap(({ people }, unit) => (int(slots, unit) < 0 ? people : [])) };
}

function explainParted(known: Acquaintance, units: readonly Unit[], { tables }: Divided): Explanation[] {
  const parted = units.filter(
    ({ people }) =>
      people.length > 1 && ![...tables.values()].some((table) => people.every((one) => table.includes(one))),
  );
  return parted.map(({ people }) => {
    const ids = people.map((person) => idOf(known, person)).sort(byText);
    return { about: 'together', reason: 'all-taken', people: ids, done: false };
  });
}

/** How many tables, and what to do when this number of people cannot be divided into tables of these sizes. */
function fitSizes(known: Acquaintance, { sizes, before }: GroupRequest, barOf: Acquaintance['barOf']) {
  const { people } = known;
  // who can talk with nobody here takes no seat
  const seats = people.filter((_, a) => people.some((_, b) => b !== a && barOf(a, b) === null)).length;
  const largest = Math.max(1, sizes.largest);
  const least = Math.max(1, Math.ceil(seats / largest));
  const fits = least * Math.max(1, sizes.smallest) <= seats || seats === 0;
  const smallest = fits ? Math.max(1, Math.min(sizes.smallest, largest)) : Math.floor(seats / least);
  const most = Math.max(least, Math.floor(seats / smallest));
  const now = before.length >= least && before.length <= most ? before.length : Math.round(seats / sizes.ideal);
  const wanted = Math.min(most, Math.max(least, now));
  const explanations: Explanation[] = fits
    ? []
    : [{ about: 'sizes', reason: 'sizes-do-not-fit', people: [], done: true }];
  return { sizes: { smallest, largest, equalShare: seats / wanted }, wanted, most, explanations };
}

/** Tables that were known keep their key, new ones get the first free numbers, tables of one cluster side by side. */
function nameGroups(known: Acquaintance, tables: ReadonlyMap<number, number[]>, keys: readonly string[]): Group[] {
  const named = [...tables].map(([slot, indexes]) => {
    const people = indexes.map((person) => idOf(known, person)).sort(byText);
    const clusters = indexes.map((person) => known.people[person]?.cluster ?? '').sort(byText);
    let worth = 0;
    indexes.forEach((a, at) => indexes.slice(at + 1).forEach((b) => (worth += groupPoints(known, a, b))));
    const spoken = indexes.map((person) => known.people[person]?.languages ?? []);
    const languages = known.languages.codes.filter((code) => spoken.every((codes) => codes.includes(code)));
    return {
      key: keys[slot],
      cluster: clusters[Math.floor(clusters.length / 2)] ?? '',
      people,
      languages,
      points: worth,
    };
  });
  const order = named.sort((a, b) => byText(a.cluster, b.cluster) || byText(a.people[0] ?? '', b.people[0] ?? ''));
  let number = 0;
  const nextKey = () => {
    do number += 1;
    while (keys.includes(String(number)));
    return String(number);
  };
  return order.map(({ key, people, languages, points }) => ({ key: key ?? nextKey(), people, languages, points }));
}

function explainGroup({ key, people, languages }: Group, sizes: { smallest: number; largest: number }): Explanation[] {
  const explanation = { about: 'pin', people, group: key, done: true } as const;
  const found: Explanation[] = [];
  if (languages.length === 0) found.push({ ...explanation, reason: 'no-shared-language' });
  if (people.length < sizes.smallest || people.length > sizes.largest)
    found.push({ ...explanation, reason: 'pinned-group-size' });
  return found;
}

function explainMissing(
  known: Acquaintance,
  person: number,
  barOf: Acquaintance['barOf'],
  smallest: number,
): Explanation {
  const explanation = explainPerson(known, person, barOf);
  const possible = known.people.filter((_, other) => other !== person && barOf(person, other) === null).length;
  const few = explanation.reason === 'all-taken' && possible + 1 < smallest;
  return few ? { ...explanation, reason: 'too-few-for-a-group' } : explanation;
}
