import { type Acquaintance } from './acquaintance.ts';
import { idOf, readTogether } from './explain.ts';
import { points } from './objective.ts';
import { byText, type Explanation } from './room.ts';
import { noSlot, type Seating } from './seating.ts';
import { int } from './typed.ts';

export type GroupPin = { person: string; group: string };

/** One person, or a few who stay together. */
export type Unit = { people: number[]; slot: number; fixed: boolean };

/**
 * Who is put where by the organiser, who stays together and who sat where, made into units. What contradicts is not carried out
 * and explained: kept apart goes before a pin, a pin before staying together.
 * @param slotOfKey slots of the groups that exist or are pinned
 */
export function makeUnits(
  known: Acquaintance,
  asked: {
    together: readonly (readonly string[])[];
    pins: readonly GroupPin[];
    before: readonly { key: string; people: readonly string[] }[];
  },
  slotOfKey: ReadonlyMap<string, number>,
  largest: number,
): { units: Unit[]; explanations: Explanation[] } {
  const { pinned, explanations } = readPins(known, asked.pins, slotOfKey);
  const homes = new Map(
    asked.before.flatMap(({ key, people }) =>
      people.flatMap((id) => {
        const person = known.indexOf.get(id);
        return person === undefined ? [] : [[person, slotOfKey.get(key) ?? noSlot] as const];
      }),
    ),
  );
  const inSlot = new Map<number, number[]>();
  for (const [person, slot] of pinned) inSlot.set(slot, [...(inSlot.get(slot) ?? []), person]);

  const read = readTogether(known, asked.together, { about: 'together', largest, language: 'must' });
  // somebody who left takes nobody along: the other simply sits alone
  explanations.push(...read.explanations.filter(({ reason }) => reason !== 'not-here' && reason !== 'wrong-number'));
  const units: Unit[] = [];
  const taken = new Set<number>();
  const add = (people: number[], slot: number, fixed: boolean) => {
    units.push({ people, slot, fixed });
    for (const person of people) taken.add(person);
  };
  for (const people of read.accepted) {
    const slots = new Set(people.flatMap((person) => pinned.get(person) ?? []));
    const [slot] = slots;
    const others = slot === undefined ? [] : (inSlot.get(slot) ?? []);
    const clash = people.some((one) => others.some((other) => known.keptApart(one, other)));
    if (slots.size > 1 || clash) {
      const reason = clash ? 'kept-apart' : 'pinned-elsewhere';
      explanations.push({
        about: 'together',
        reason,
        people: people.map((one) => idOf(known, one)).sort(byText),
        done: false,
      });
    } else if (slot !== undefined) {
      add(people, slot, true);
      inSlot.set(slot, [...new Set([...others, ...people])]);
    } else add(people, homes.get(people.find((person) => homes.has(person)) ?? -1) ?? noSlot, false);
  }
  known.people.forEach((_, person) => {
    if (!taken.has(person)) add([person], pinned.get(person) ?? homes.get(person) ?? noSlot, pinned.has(person));
  });
  return { units, explanations };
}

function readPins(
  known: Acquaintance,
  pins: readonly GroupPin[],
  slotOfKey: ReadonlyMap<string, number>,
): { pinned: Map<number, number>; explanations: Explanation[] } {
  const pinned = new Map<number, number>();
  const explanations: Explanation[] = [];
  for (const { person, group } of [...pins].sort((a, b) => byText(a.person, b.person) || byText(a.group, b.group))) {
    const say = (reason: Explanation['reason']) =>
      explanations.push({ about: 'pin', reason, people: [person], group, done: false });
    const index = known.indexOf.get(person);
    const slot = slotOfKey.get(group) ?? noSlot;
    if (index === undefined) say('not-here');
    else if (pinned.has(index)) {
      if (pinned.get(index) !== slot) say('pinned-elsewhere');
    } else if ([...pinned].some(([other, where]) => where === slot && known.keptApart(index, other))) say('kept-apart');
    else pinned.set(index, slot);
  }
  return { pinned, explanations };
}

/** Numbers for the search: what units are worth to each other, what bars them, which languages they share. */
export function unitNumbers(
  known: Acquaintance,
  units: readonly Unit[],
): Pick<Seating, 'count' | 'heads' | 'points' | 'barred' | 'languages' | 'words' | 'home' | 'fixed'> {
  const count = units.length;
  const { words, bits } = known.languages;
  const worth = new Float64Array(count * count);
  const barred = new Int32Array(count * count);
  const languages = new Int32Array(count * words).fill(0x7fffffff);
  units.forEach(({ people }, a) => {
    for (const person of people)
      for (let word = 0; word < words; word += 1)
        languages[a * words + word] = int(languages, a * words + word) & int(bits, person * words + word);
    for (let b = 0; b < a; b += 1) {
      const others = units[b]?.people ?? [];
      let sum = 0;
      for (const one of people) for (const other of others) sum += groupPoints(known, one, other);
      worth[a * count + b] = worth[b * count + a] = sum;
      if (people.some((one) => others.some((other) => known.keptApart(one, other))))
        barred[a * count + b] = barred[b * count + a] = 1;
    }
  });
  return {
    count,
    heads: Int32Array.from(units, ({ people }) => people.length),
    points: worth,
    barred,
    languages,
    words,
    home: Int32Array.from(units, ({ slot }) => slot),
    fixed: Int32Array.from(units, ({ fixed }) => Number(fixed)),
  };
}

/** What two people at one table are worth. */
export function groupPoints(known: Acquaintance, a: number, b: number): number {
  const [one, other] = [known.people[a]?.cluster ?? null, known.people[b]?.cluster ?? null];
  return known.pointsOf(a, b) + (one !== null && one === other ? points.cluster : 0);
}
