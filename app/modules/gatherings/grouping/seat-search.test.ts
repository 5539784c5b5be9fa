import { describe, expect, test } from 'vitest';
import { before } from './objective.ts';
import { randomFrom } from './random.ts';
import { seatExactly } from './seat-exact.ts';
import { search } from './seat-search.ts';
import { Division, noSlot, type Seating } from './seating.ts';

/** Some units who speak one or more of three languages, a few of whom bar each other, at tables of three to five. */
function anySeating(seed: number): Seating {
  const draw = randomFrom(seed);
  const count = 3 + draw(6);
  const heads = Int32Array.from({ length: count }, () => 1 + Number(draw(4) === 0));
  const seats = heads.reduce((sum, one) => sum + one, 0);
  const points = new Float64Array(count * count);
  const barred = new Int32Array(count * count);
  for (let b = 0; b < count; b += 1)
    for (let a = 0; a < b; a += 1) {
      points[a * count + b] = points[b * count + a] = draw(200) - 60;
      barred[a * count + b] = barred[b * count + a] = Number(draw(10) === 0);
    }
  const wanted = Math.max(1, Math.round(seats / 4));
  return {
    count,
    heads,
    points,
    barred,
    languages: Int32Array.from({ length: count }, () => [1, 1, 1, 3, 3, 2, 6, 7][draw(8)]!),
    words: 1,
    slots: Math.max(wanted, Math.floor(seats / 3)),
    wanted,
    smallest: 3,
    largest: 5,
    equalShare: seats / wanted,
    balance: before.balance,
    home: Int32Array.from({ length: count }, () => noSlot),
    fixed: new Int32Array(count),
    stepsPerUnit: 2_500,
    seed,
  };
}

function worthOf(seating: Seating, slots: Int32Array): { without: number; worth: number } {
  const division = new Division(seating);
  division.gathering = false;
  slots.forEach((slot, unit) => division.put(unit, slot));
  const without = seating.heads.reduce((sum, heads, unit) => (slots[unit] === noSlot ? sum + heads : sum), 0);
  return { without, worth: division.worth() };
}

describe('the search by itself, where all ways can be tried too', () => {
  test('finds the best in at least 97 of 100 rooms, and gives as many a place in at least 99', () => {
    const rooms = 200;
    let [best, placed] = [0, 0];
    for (let seed = 0; seed < rooms; seed += 1) {
      const seating = anySeating(seed);
      const [found, exact] = [worthOf(seating, search(seating)), worthOf(seating, seatExactly(seating)!)];
      expect(found.worth).toBeLessThanOrEqual(exact.worth + 1e-6);
      if (found.worth > exact.worth - 1e-6) best += 1;
      if (found.without === exact.without) placed += 1;
    }
    expect(best).toBeGreaterThanOrEqual(0.97 * rooms);
    expect(placed).toBeGreaterThanOrEqual(0.99 * rooms);
  }, 60_000);

  test('what a move or swap says to give is what it gives', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const seating = anySeating(seed);
      const draw = randomFrom(seed);
      const division = new Division(seating);
      division.gathering = seed % 2 === 0;
      for (let unit = 0; unit < seating.count; unit += 1) division.put(unit, draw(seating.slots + 1) - 1);
      for (let step = 0; step < 20; step += 1) {
        const [unit, other] = [draw(seating.count), draw(seating.count)];
        const [from, to] = [division.slotOf[unit]!, division.slotOf[other]!];
        const before = division.worth();
        if (step % 2 === 0) {
          const slot = draw(seating.slots + 1) - 1;
          if (slot === from) continue;
          const gain = division.gainOfMove(unit, slot);
          division.put(unit, slot);
          expect(division.worth() - before).toBeCloseTo(gain, 4);
        } else if (from !== to) {
          const gain = division.gainOfSwap(unit, other);
          division.put(unit, to);
          division.put(other, from);
          expect(division.worth() - before).toBeCloseTo(gain, 4);
        }
      }
    }
  });
});
