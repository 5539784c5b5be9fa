import { randomFrom } from './random.ts';
import { seatExactly } from './seat-exact.ts';
import { Division, noSlot, type Seating } from './seating.ts';
import { int } from './typed.ts';

/** Points that a bad move may cost at first and at the end of the search; the largest differences between tables are about 100. */
const [warm, cold] = [120, 4];

/**
 * Divides units over slots with as much worth as can be found: exactly for the few (seat-exact.ts); else by simulated annealing
 * with a number of steps that depends on how many units there are, never on the clock, so that the same seed gives the same
 * answer on every machine. Then every single move and swap is tried until none gives anything.
 * @returns the slot of each unit, −1 for who has none
 */
export function seat(seating: Seating): Int32Array {
  return seatExactly(seating) ?? search(seating);
}

/** The search by itself, whatever the number of units. */
export function search(seating: Seating): Int32Array {
  let best = new Int32Array(0);
  let most = -Infinity;
  for (const [start, dissolveBelow] of startsOf(seating).entries()) {
    const draw = randomFrom(seating.seed * 31 + start);
    const division = seatGreedily(seating, draw, dissolveBelow);
    anneal(seating, division, draw);
    descend(seating, division);
    dissolveSmall(seating, division);
    descend(seating, division);
    dissolveSmall(seating, division);
    const worth = division.worth();
    if (worth <= most) continue;
    most = worth;
    best = Int32Array.from(division.slotOf);
  }
  return best;
}

/**
 * How often to begin, and what with: slots with fewer people than this are emptied at first. Where people sit already it is tried
 * to fill up small tables, to fill up the larger ones of those, and to divide them over the others.
 */
function startsOf({ count, home, fixed, smallest }: Seating): number[] {
  const sitting = home.some((slot, unit) => slot !== noSlot && int(fixed, unit) === 0);
  if (sitting) return [0, Math.ceil(smallest / 2), smallest];
  return new Array<number>(count <= 24 ? 4 : count <= 100 ? 2 : 1).fill(0);
}

/**
 * Fixed units and who sits already go to their places; every slot that is wanted gets somebody to begin with; then one after
 * another, in an order by chance, goes where it gives most at that moment.
 */
function seatGreedily(seating: Seating, draw: (below: number) => number, dissolveBelow = 0): Division {
  const division = new Division(seating);
  const { count, heads, home, fixed, slots, wanted } = seating;
  const before = new Int32Array(slots);
  home.forEach((slot, unit) => {
    if (slot !== noSlot) before[slot] = int(before, slot) + int(heads, unit);
    if (int(fixed, unit) === 1) division.put(unit, slot);
  });
  const order = Array.from({ length: count }, (_, unit) => unit).filter((unit) => int(fixed, unit) === 0);
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    [order[last], order[other]] = [order[other] as number, order[last] as number];
  }
  const homeless = order.filter((unit) => {
    const slot = int(home, unit);
    if (slot === noSlot || int(before, slot) < dissolveBelow || !division.mayEnter(unit, slot)) return true;
    division.put(unit, slot);
    return false;
  });
  if (homeless.length === order.length && dissolveBelow === 0)
    for (let slot = 0; slot < wanted && homeless.length > 0; slot += 1)
      if (division.membersOf(slot).length === 0) division.put(homeless.pop() as number, slot);
  for (const unit of homeless) {
    let [most, where] = [0, noSlot];
    for (let slot = 0; slot < slots; slot += 1) {
      if (!division.mayEnter(unit, slot)) continue;
      const gain = division.gainOfMove(unit, slot);
      if (gain > most) [most, where] = [gain, slot];
    }
    division.put(unit, where);
  }
  return division;
}

function anneal(seating: Seating, division: Division, draw: (below: number) => number): void {
  const { count, slots, fixed, home, stepsPerUnit } = seating;
  const free = Array.from({ length: count }, (_, unit) => unit).filter((unit) => int(fixed, unit) === 0);
  const newcomers = free.filter((unit) => int(home, unit) === noSlot);
  // who sits already only gets up when it must be: descend() sees to that
  const movers = newcomers.length > 0 ? newcomers : free;
  if (movers.length === 0) return;
  const steps = Math.min(1_000_000, 10_000 + stepsPerUnit * movers.length);
  let temperature = warm;
  for (let step = 0; step < steps; step += 1) {
    if (step % 1024 === 0) temperature = warm * (cold / warm) ** (step / steps);
    const unit = movers[draw(movers.length)] as number;
    const slot = int(division.slotOf, unit);
    if (draw(3) === 0) {
      const to = draw(slots);
      if (to === slot || !worthwhile(division.gainOfMove(unit, to), temperature, draw)) continue;
      if (division.mayEnter(unit, to)) division.put(unit, to);
    } else {
      const other = free[draw(free.length)] as number;
      if (int(division.slotOf, other) === slot) continue;
      if (worthwhile(division.gainOfSwap(unit, other), temperature, draw)) swap(division, unit, other);
    }
  }
}

function worthwhile(gain: number, temperature: number, draw: (below: number) => number): boolean {
  return gain >= 0 || (gain > -12 * temperature && Math.exp(gain / temperature) > draw(0x1_0000_0000) / 0x1_0000_0000);
}

/** Exchanges two units if they may enter each other's slots. */
function swap(division: Division, a: number, b: number): boolean {
  const [from, to] = [int(division.slotOf, a), int(division.slotOf, b)];
  if (to !== noSlot && !division.mayEnter(a, to, b)) return false;
  if (from !== noSlot && !division.mayEnter(b, from, a)) return false;
  division.put(a, to);
  division.put(b, from);
  return true;
}

/** Every move and swap that gives something, until there is none left. */
function descend(seating: Seating, division: Division): void {
  const { count, slots, fixed } = seating;
  for (let better = true; better;) {
    better = false;
    for (let unit = 0; unit < count; unit += 1) {
      if (int(fixed, unit) === 1) continue;
      for (let slot = 0; slot < slots; slot += 1) {
        if (slot === int(division.slotOf, unit)) continue;
        if (division.gainOfMove(unit, slot) <= 1e-6 || !division.mayEnter(unit, slot)) continue;
        division.put(unit, slot);
        better = true;
      }
      for (let other = 0; other < unit; other += 1) {
        if (int(fixed, other) === 1 || int(division.slotOf, other) === int(division.slotOf, unit)) continue;
        if (division.gainOfSwap(unit, other) > 1e-6 && swap(division, unit, other)) better = true;
      }
    }
  }
}

/** Slots that stayed too small are no places: their people look for another one, or are told why there is none. */
function dissolveSmall(seating: Seating, division: Division): void {
  division.gathering = false;
  division.members.forEach((members, slot) => {
    if (int(division.heads, slot) >= seating.smallest) return;
    if (members.some((unit) => int(seating.fixed, unit) === 1)) return;
    for (const unit of [...members]) division.put(unit, noSlot);
  });
}
