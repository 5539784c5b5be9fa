import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyRoom, judge, participant, roomOf } from '#tests/factories/room.ts';
import { proposePairs, type PairPlan, type PairRequest } from './pairs.ts';
import type { Room } from './room.ts';

const ask = (room: Room, given: Partial<PairRequest> = {}): PairRequest => ({
  room,
  areas: 'mixed',
  metAgain: 'never',
  threes: true,
  pins: [],
  before: [],
  seed: 1,
  ...given,
});
const tables = (plan: PairPlan) => plan.pairs.map(({ people }) => people.join(' '));
const about = (plan: PairPlan, what: string) =>
  plan.explanations.filter((one) => one.about === what).map(({ people, reason, done }) => [...people, reason, done]);

describe('who sits with whom, by example', () => {
  test('somebody whom one asked for, before all else', () => {
    const room = roomOf([
      participant('a', { wants: ['d'] }),
      participant('b', { role: 'organisation' }),
      participant('c', { role: 'professional' }),
      participant('d', { wants: ['garden'], area: 'FA' }),
      participant('e', { portfolios: ['garden'], role: 'organisation', area: 'FB' }),
      participant('f', { wants: ['e'] }),
    ]);
    expect(tables(proposePairs(ask(room)))).toEqual(['a d', 'b c', 'e f']);
    const wish = { about: 'wish', reason: 'better-for-the-room', people: ['d'], wanted: 'garden', done: false };
    expect(proposePairs(ask(room)).explanations).toEqual([wish]);
  });

  test('a need with its offer, and neighbours when they are asked for', () => {
    const people = [
      participant('a', { portfolios: ['needs-a-room'], area: 'FA' }),
      participant('b', { area: 'FA' }),
      participant('c', { portfolios: ['has-a-room'], area: 'FB' }),
      participant('d', { area: 'FB' }),
    ];
    const fits = [{ between: ['has-a-room', 'needs-a-room'] as const, score: 0.9 }];
    expect(tables(proposePairs(ask(roomOf(people, { fits }))))).toEqual(['a c', 'b d']);
    const near = proposePairs(ask(roomOf(people), { areas: 'near' }));
    expect(tables(near)).toEqual(['a b', 'c d']);
  });

  test('a fit or a place that is no number counts as none', () => {
    const people = [
      participant('a', { portfolios: ['x'], area: 'FA' }),
      participant('b', { portfolios: ['y'], area: 'FB' }),
    ];
    const fits = [{ between: ['x', 'y'] as const, score: NaN }];
    const places = new Map([
      ['FA', { east: 0, south: NaN }],
      ['FB', { east: 0, south: 0 }],
    ]);
    const [pair] = proposePairs(ask(roomOf(people, { fits, places }), { areas: 'near' })).pairs;
    expect(pair?.points).toBe(0);
  });

  test('the odd one joins a pair where allowed, and is told why not where it is not', () => {
    const room = roomOf([participant('a'), participant('b'), participant('c')]);
    expect(tables(proposePairs(ask(room)))).toEqual(['a b c']);
    const plan = proposePairs(ask(room, { threes: false }));
    expect(plan.pairs).toHaveLength(1);
    expect(about(plan, 'person')).toEqual([[plan.withoutPlace[0], 'all-taken', false]]);
  });

  test('the odd one is somebody who can be a third', () => {
    const turkish = { languages: ['tr'] };
    const room = roomOf([
      participant('a', { ...turkish, wants: [] }),
      participant('b', { languages: ['nl', 'tr'] }),
      participant('c', { wants: ['d'] }),
      participant('d', { wants: ['c'] }),
      participant('e', { wants: ['b'] }),
    ]);
    expect(tables(proposePairs(ask(room)))).toEqual(['a b', 'c d e']);
  });

  test('nobody is left over beside three of whom one could sit with them', () => {
    const people = [
      ...[participant('henk', { cluster: 'x' }), participant('samira', { cluster: 'x' })],
      ...[participant('amina', { cluster: 'y' }), participant('dilan', { cluster: 'y' })],
      ...[participant('fatma'), participant('joost'), participant('kees')],
    ];
    const plan = proposePairs(ask(roomOf(people, { met: [['amina', 'dilan']] })));
    expect(plan.withoutPlace).toEqual([]);
    expect(plan.pairs.map((pair) => pair.people.length).sort()).toEqual([2, 2, 3]);
  });

  test('three who share no language among them are no three', () => {
    const room = roomOf([
      participant('a', { languages: ['nl', 'tr'] }),
      participant('b', { languages: ['nl', 'en'] }),
      participant('c', { languages: ['tr', 'en'] }),
    ]);
    const plan = proposePairs(ask(room));
    expect(plan.pairs).toHaveLength(1);
    expect(about(plan, 'person')).toEqual([[plan.withoutPlace[0], 'all-taken', false]]);
  });

  test('clusters sit together; who is alone in one sits with somebody else, and it is said', () => {
    const people = ['zorg', 'zorg', 'jeugd', 'groen'].map((cluster, n) => participant(`p${n}`, { cluster }));
    const plan = proposePairs(ask(roomOf(people)));
    expect(tables(plan)).toEqual(['p0 p1', 'p2 p3']);
    expect(about(plan, 'person')).toEqual([['p2', 'p3', 'other-cluster', true]]);
  });

  test.each<[string, Partial<Room>, object, string]>([
    ['they met', { met: [['b', 'a']] }, {}, 'met-before'],
    ['they are kept apart', { apart: [['a', 'b']], met: [['a', 'b']] }, {}, 'kept-apart'],
    ['they are of one organisation', {}, { organisation: 'x' }, 'same-organisation'],
    ['they are of one portfolio', {}, { portfolios: ['x'] }, 'same-organisation'],
    ['they speak no language together', {}, { languages: ['tr'] }, 'no-shared-language'],
    ['nobody speaks a language that was told', {}, { languages: [] }, 'no-shared-language'],
  ])('two who cannot be a pair, because %s: both hear why, and so does the wish', (_why, given, both, reason) => {
    const a = participant('a', {
      ...both,
      wants: ['b'],
      ...(reason === 'no-shared-language' && { languages: ['nl'] }),
    });
    const plan = proposePairs(ask(roomOf([a, participant('b', both)], given)));
    expect(plan.pairs).toEqual([]);
    expect(about(plan, 'person')).toEqual([
      ['a', reason, false],
      ['b', reason, false],
    ]);
    expect(about(plan, 'wish')).toEqual([['a', reason, false]]);
  });

  test('met again when that is not forbidden outright', () => {
    const room = roomOf([participant('a'), participant('b')], { met: [['a', 'b']] });
    expect(tables(proposePairs(ask(room, { metAgain: 'rather-not' })))).toEqual(['a b']);
  });

  test('pins go before all rules but being kept apart, and what they break is said', () => {
    const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => participant(id, { organisation: id < 'c' ? 'x' : null }));
    const room = roomOf([...people, participant('g', { languages: ['tr'] })], { apart: [['c', 'd']] });
    const pins = [['b', 'a'], ['c', 'd'], ['e', 'a'], ['f', 'nobody'], ['c'], ['e', 'g']];
    const plan = proposePairs(ask(room, { pins }));
    expect(plan.pairs.filter(({ pinned }) => pinned).map(({ people: two }) => two)).toEqual([
      ['a', 'b'],
      ['e', 'g'],
    ]);
    expect(about(plan, 'pin')).toEqual([
      ['a', 'b', 'same-organisation', true],
      ['a', 'e', 'pinned-elsewhere', false],
      ['c', 'wrong-number', false],
      ['c', 'd', 'kept-apart', false],
      ['e', 'g', 'no-shared-language', true],
      ['f', 'nobody', 'not-here', false],
    ]);
  });

  test('the same person twice counts once', () => {
    const plan = proposePairs(ask(roomOf([participant('a'), participant('b'), participant('a')])));
    expect(tables(plan)).toEqual(['a b']);
    expect(about(plan, 'list')).toEqual([['a', 'listed-twice', true]]);
  });
});

describe('after somebody came or left', () => {
  const people = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => participant(id));
  const before = [
    ['a', 'f'],
    ['b', 'e'],
    ['c', 'd'],
  ];

  test('two newcomers sit together, one joins a pair; nobody gets up', () => {
    const two = proposePairs(ask(roomOf([...people, participant('g'), participant('h')]), { before }));
    expect([tables(two), two.moved]).toEqual([['a f', 'b e', 'c d', 'g h'], []]);
    const one = proposePairs(ask(roomOf([...people, participant('g', { wants: ['b'] })]), { before }));
    expect([tables(one), one.moved]).toEqual([['a f', 'b e g', 'c d'], []]);
  });

  test('who is left over sits with who is left over', () => {
    const plan = proposePairs(ask(roomOf(people.slice(0, 4)), { before }));
    expect([tables(plan), plan.moved]).toEqual([['a b', 'c d'], []]);
  });

  test('three are parted when a newcomer would have nobody', () => {
    const three = people.slice(0, 3);
    const plan = proposePairs(ask(roomOf([...three, participant('d')]), { before: [['a', 'b', 'c']] }));
    expect([plan.pairs.length, plan.withoutPlace]).toEqual([2, []]);
  });

  test('a pair is parted only for somebody who would have no place, and then as few as possible', () => {
    const room = roomOf([...people, participant('g'), participant('h')], { apart: [['g', 'h']] });
    const plan = proposePairs(ask(room, { before, threes: false }));
    expect(plan.withoutPlace).toEqual([]);
    expect(plan.moved).toHaveLength(2);
  });
});

/** Every way to make pairs: how many pairs, how many of before are parted, how many points. */
function bruteForce(room: Room, before: readonly (readonly string[])[]): [number, number, number] {
  const rules = judge(room, 'mixed');
  const go = (left: string[]): [number, number, number] => {
    const [first, ...rest] = left;
    if (first === undefined) return [0, 0, 0];
    let best = go(rest);
    for (const other of rest) {
      const two = [first, other];
      if (rules.apart(first, other) || rules.met(first, other) || rules.sameOrganisation(first, other)) continue;
      if (!rules.language(two)) continue;
      const [pairs, kept, sum] = go(rest.filter((id) => id !== other));
      const stays = Number(before.some((table) => two.every((id) => table.includes(id))));
      const found: [number, number, number] = [pairs + 1, kept + stays, sum + rules.points(first, other)];
      const at = found.findIndex((value, index) => value !== best[index]);
      if (at >= 0 && found[at]! > best[at]!) best = found;
    }
    return best;
  };
  return go(room.people.map(({ id }) => id));
}

describe('in any room', () => {
  const room = anyRoom({ max: 14, clusters: ['c1', 'c2'] });

  test('everybody has one place or a reason; no rule is broken; no wish is forgotten', () => {
    fc.assert(
      fc.property(room, fc.boolean(), fc.boolean(), fc.integer(), (the, threes, pin, seed) => {
        const pins = pin ? [the.people.slice(0, 2).map(({ id }) => id)] : [];
        const plan = proposePairs(ask(the, { threes, pins, seed }));
        const seated = plan.pairs.flatMap(({ people }) => people);
        expect([...seated, ...plan.withoutPlace].sort()).toEqual(the.people.map(({ id }) => id));
        for (const id of plan.withoutPlace)
          expect(about(plan, 'person')).toContainEqual([id, expect.any(String), false]);
        const rules = judge(the, 'mixed');
        for (const { people, pinned } of plan.pairs) {
          expect(people.length === 2 || (people.length === 3 && threes && !pinned)).toBe(true);
          const twos = people.flatMap((a, i) => people.slice(i + 1).map((b) => [a, b] as const));
          expect(twos.some(([a, b]) => rules.apart(a, b))).toBe(false);
          const broken =
            !rules.language(people) || twos.some(([a, b]) => rules.met(a, b) || rules.sameOrganisation(a, b));
          if (broken)
            expect(pinned && plan.explanations.some(({ about: what, done }) => what === 'pin' && done)).toBe(true);
        }
        for (const { id, wants, portfolios } of the.people)
          for (const wanted of wants) {
            const table = plan.pairs.find(({ people }) => people.includes(id))?.people ?? [];
            const met = the.people.some(
              (one) =>
                one.id !== id && table.includes(one.id) && (one.id === wanted || one.portfolios.includes(wanted)),
            );
            if (met || wanted === id || portfolios.includes(wanted)) continue;
            expect(
              plan.explanations.some((one) => one.about === 'wish' && one.people[0] === id && one.wanted === wanted),
            ).toBe(true);
          }
      }),
      { numRuns: 400 },
    );
  });

  test('the same in whatever order it is told, and under other names in the same order', () => {
    fc.assert(
      fc.property(room, fc.integer(), (the, seed) => {
        const plan = proposePairs(ask(the, { seed }));
        const turned: Room = {
          ...the,
          people: [...the.people].reverse(),
          met: the.met.map(([a, b]) => [b, a] as const).reverse(),
          apart: [...the.apart].reverse(),
        };
        expect(proposePairs(ask(turned, { seed }))).toEqual(plan);
        const renamed = JSON.parse(JSON.stringify(the).replaceAll('"p0', '"person-0')) as Room;
        const other = proposePairs(ask({ ...renamed, places: the.places }, { seed }));
        expect(JSON.stringify(other).replaceAll('"person-0', '"p0')).toBe(JSON.stringify(plan));
      }),
      { numRuns: 150 },
    );
  });

  test('as many pairs, as few parted and as many points as trying all ways, whatever people are called', () => {
    fc.assert(
      fc.property(anyRoom({ min: 2, max: 8 }), fc.integer(), fc.boolean(), (the, seed, sat) => {
        const first = proposePairs(ask({ ...the, people: the.people.slice(2), apart: [] }, { threes: false }));
        const before = sat ? first.pairs.map(({ people }) => people) : [];
        const plan = proposePairs(ask(the, { threes: false, seed, before }));
        const kept = before.filter((table) => tables(plan).includes(table.join(' '))).length;
        const [pairs, most, sum] = bruteForce(the, before);
        expect([plan.pairs.length, kept]).toEqual([pairs, most]);
        if (!sat) expect(plan.points).toBe(sum);
      }),
      { numRuns: 300 },
    );
  });
});
