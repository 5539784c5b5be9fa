import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRoom, judge } from '#tests/factories/room.ts';
import { proposeGroups, type GroupRequest } from './groups.ts';
import { before as weights, points } from './objective.ts';
import type { Room } from './room.ts';

const four = { smallest: 4, largest: 8, ideal: 6 };
const two = { smallest: 2, largest: 3, ideal: 2.5 };
const ask = (room: Room, given: Pick<GroupRequest, 'sizes' | 'seed' | 'before'>): GroupRequest => ({
  room,
  areas: 'mixed',
  together: [],
  pins: [],
  ...given,
});

/** Every way to divide people over tables, judged as objective.ts says; first come the tables where people sit already. */
function bruteForce(room: Room, { sizes: asked, before }: GroupRequest) {
  const rules = judge(room, 'mixed');
  const ids = room.people.map(({ id }) => id);
  const apart = ids.map((a) => ids.map((b) => a !== b && rules.apart(a, b)));
  const worthOfTwo = room.people.map(({ id: a, cluster }) =>
    room.people.map(({ id: b, cluster: other }) =>
      a === b ? 0 : rules.points(a, b) + (cluster !== null && cluster === other ? points.cluster : 0),
    ),
  );
  const canTalk = ids.map((a) => ids.map((b) => rules.language([a, b])));
  const seats = ids.filter((_, a) => ids.some((__, b) => b !== a && !apart[a]![b] && canTalk[a]![b])).length;
  const least = Math.max(1, Math.ceil(seats / asked.largest));
  const fits = least * asked.smallest <= seats || seats === 0;
  const smallest = fits ? asked.smallest : Math.floor(seats / least);
  const most = Math.max(least, Math.floor(seats / smallest));
  const now = before.length >= least && before.length <= most ? before.length : Math.round(seats / asked.ideal);
  const wanted = Math.min(most, Math.max(least, now));
  const share = seats / wanted;
  const home = ids.map((id) => before.findIndex(({ people }) => people.includes(id)));
  const balance = before.length > 0 ? weights.balanceLater : weights.balance;
  const uneven = (sizes: number[]) => balance * sizes.reduce((sum, size) => sum + (size - share) ** 2, 0);
  const slots = Math.max(before.length, most);
  let best = { worth: -Infinity, without: 0, moved: 0 };

  const judgeAll = (tables: number[][], without: number) => {
    let moved = 0;
    let worth = -weights.place * without;
    tables.forEach((table, slot) => {
      const full = table.length >= smallest ? table.length : 0;
      if (full > 0 || slot < wanted) worth -= uneven([full]);
      worth -= weights.place * (table.length - full);
      moved += table.filter((a) => home[a] !== -1 && home[a] !== slot).length;
      table.forEach((a, i) => table.slice(i + 1).forEach((b) => (worth += worthOfTwo[a]![b]!)));
    });
    worth -= weights.stay * moved;
    const small = tables.filter((table) => table.length < smallest).flat().length;
    if (worth > best.worth + 1e-6) best = { worth, without: without + small, moved };
  };
  const talked = new Map<string, boolean>();
  const talk = (table: number[]) => {
    const key = table.join();
    const known = talked.get(key) ?? rules.language(table.map((a) => ids[a]!));
    talked.set(key, known);
    return known;
  };
  const place = (a: number, tables: number[][], without: number) => {
    if (a === ids.length) return judgeAll(tables, without);
    const empty = tables.findIndex((table, slot) => table.length === 0 && slot >= before.length);
    tables.forEach((table, slot) => {
      if (table.length === 0 && slot >= before.length && slot !== empty) return;
      if (table.length >= asked.largest || table.some((b) => apart[a]![b]) || !talk([...table, a])) return;
      table.push(a);
      place(a + 1, tables, without);
      table.pop();
    });
    place(a + 1, tables, without + 1);
  };
  place(
    0,
    Array.from({ length: slots }, () => []),
    0,
  );
  return {
    ...best,
    unevenness: (sizes: number[]) => uneven([...sizes, ...Array<number>(Math.max(0, wanted - sizes.length)).fill(0)]),
  };
}

/** Half of the rooms are easy: everybody speaks Dutch, so that all can sit and what is best decides. */
const room = (max: number) =>
  fc.tuple(anyRoom({ min: 2, max, clusters: ['c1', 'c2'] }), fc.boolean()).map(([the, easy]): Room => {
    const people = the.people.map((person) => ({ ...person, languages: [...new Set([...person.languages, 'nl'])] }));
    return easy ? { ...the, people, apart: the.apart.slice(0, 1) } : the;
  });

describe('few people', () => {
  test.each([
    ['tables of four to eight', four, 8],
    ['tables of two and three', two, 8],
  ])('%s: as good as trying all ways, and as few who move', (_what, asked, max) => {
    fc.assert(
      fc.property(room(max), fc.integer(), fc.boolean(), (the, seed, sat) => {
        const few = { ...the, people: the.people.slice(0, -1), apart: [] };
        const first = proposeGroups(ask(few, { sizes: asked, seed, before: [] }));
        const before = sat && first.groups.length <= 3 ? first.groups.toSorted((a, b) => (a.key < b.key ? -1 : 1)) : [];
        const late = sat ? { ...the, people: the.people.slice(1) } : the;
        const request = ask(late, { sizes: asked, seed, before });
        const plan = proposeGroups(request);
        const best = bruteForce(late, request);
        const [without, moved] = [
          plan.withoutPlace.length,
          plan.moved.filter((id) => !plan.withoutPlace.includes(id)).length,
        ];
        expect({ without, moved }).toEqual({ without: best.without, moved: best.moved });
        const unevenness = best.unevenness(plan.groups.map(({ people }) => people.length));
        if (without === 0) expect(plan.points - unevenness - weights.stay * moved).toBeCloseTo(best.worth, 4);
      }),
      { numRuns: 250 },
    );
  });
});
