import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Explanation } from './grouping/room.ts';
import { movesBetween, numberTables, withoutBlocks, type Seat } from './seats.ts';

const seat = (registrationId: string, table: number): Seat => ({ registrationId, table });

describe('moves', () => {
  test('name who comes, who goes and who changes tables, and nobody else', () => {
    const before = [seat('a', 1), seat('b', 1), seat('c', 2)];
    const after = [seat('a', 1), seat('b', 2), seat('d', 1)];
    expect(movesBetween(before, after)).toEqual([
      { registrationId: 'd', from: null, to: 1 },
      { registrationId: 'b', from: 1, to: 2 },
      { registrationId: 'c', from: 2, to: null },
    ]);
    expect(movesBetween(before, [...before].reverse())).toEqual([]);
  });
});

describe('numbers of tables', () => {
  test('stay with who sat there; others get the first that is free', () => {
    const before = [seat('a', 3), seat('b', 3), seat('c', 1), seat('d', 1)];
    const after = numberTables(
      [
        ['e', 'f'],
        ['a', 'b', 'c'],
        ['d', 'g'],
      ],
      before,
    );
    expect(new Map(after.map(({ registrationId, table }) => [registrationId, table]))).toEqual(
      new Map([
        ['e', 2],
        ['f', 2],
        ['a', 3],
        ['b', 3],
        ['c', 3],
        ['d', 1],
        ['g', 1],
      ]),
    );
  });

  test('differ for each table, and everybody keeps who they sit with', () => {
    const rooms = fc.array(fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }), { maxLength: 12 }).map((tables) => {
      const seen = new Set<number>();
      return tables
        .map((people) => people.filter((one) => !seen.has(one) && seen.add(one)).map(String))
        .filter(({ length }) => length > 0);
    });
    fc.assert(
      fc.property(rooms, rooms, (first, second) => {
        const before = numberTables(first, []);
        const after = numberTables(second, before);
        const tableOf = new Map(after.map(({ registrationId, table }) => [registrationId, table]));
        const numbers = second.map((people) => new Set(people.map((one) => tableOf.get(one))));
        expect(numbers.every(({ size }) => size === 1)).toBe(true);
        expect(new Set(numbers.flatMap((one) => [...one])).size).toBe(second.length);
        expect([...tableOf.values()].every((table) => table >= 1)).toBe(true);
        // the same division again: nobody gets up
        expect(movesBetween(after, numberTables(second, after))).toEqual([]);
      }),
    );
  });
});

describe('what the organiser reads', () => {
  const wish: Explanation = { about: 'wish', reason: 'kept-apart', people: ['a'], wanted: 'p', done: false };
  const pin: Explanation = { about: 'pin', reason: 'kept-apart', people: ['a', 'b'], done: false };
  const person: Explanation = {
    about: 'person',
    reason: 'kept-apart',
    people: ['a'],
    counts: { 'kept-apart': 2, 'met-before': 1 },
    done: false,
  };

  test('says that two are kept apart only where the organiser does so', () => {
    const nobody = withoutBlocks([wish, pin, person], new Map());
    expect(nobody.map(({ reason }) => reason)).toEqual(['better-for-the-room', 'better-for-the-room', 'all-taken']);
    expect(JSON.stringify(nobody)).not.toContain('kept-apart');
    const own = new Map([
      ['a', new Set(['b'])],
      ['b', new Set(['a'])],
    ]);
    const said = withoutBlocks([pin, person], own);
    expect(said.map(({ reason }) => reason)).toEqual(['kept-apart', 'kept-apart']);
    expect(said[1]?.counts).toEqual({ 'met-before': 1 });
    expect(withoutBlocks([pin], new Map([['a', new Set(['c'])]]))[0]?.reason).toBe('better-for-the-room');
  });
});
