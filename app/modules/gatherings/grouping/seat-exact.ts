import { Division, noSlot, type Seating } from './seating.ts';
import { int } from './typed.ts';

/** With this many units every division can be looked at: some twenty thousand, fewer where rules forbid. */
const fewUnits = 8;
/** Slots that people or pins know by name cannot stand in for each other, which multiplies the divisions. */
const fewNamedSlots = 3;

/**
 * The division with the most worth, found by trying all of them; null when there are too many. Slots in which nobody was before
 * are alike, so that only the first empty one is tried.
 */
export function seatExactly(seating: Seating): Int32Array | null {
  const { count, slots, home, fixed } = seating;
  const named = new Set(Array.from(home).filter((slot) => slot !== noSlot));
  if (count > fewUnits || named.size > fewNamedSlots) return null;
  const division = new Division(seating);
  division.gathering = false;
  for (let unit = 0; unit < count; unit += 1) if (int(fixed, unit) === 1) division.put(unit, int(home, unit));
  let best = Int32Array.from(division.slotOf);
  let most = -Infinity;

  function place(unit: number): void {
    if (unit === count) {
      const worth = division.worth();
      if (worth <= most) return;
      most = worth;
      best = Int32Array.from(division.slotOf);
      return;
    }
    if (int(fixed, unit) === 1) return place(unit + 1);
    let triedEmpty = false;
    for (let slot = 0; slot < slots; slot += 1) {
      const alike = !named.has(slot) && division.membersOf(slot).length === 0;
      if (alike && triedEmpty) continue;
      triedEmpty ||= alike;
      if (!division.mayEnter(unit, slot)) continue;
      division.put(unit, slot);
      place(unit + 1);
      division.put(unit, noSlot);
    }
    place(unit + 1);
  }

  place(0);
  // people in a slot that stayed too small have no place
  return best.map((slot) => {
    if (slot === noSlot) return noSlot;
    const together = Array.from(best.keys()).filter((unit) => int(best, unit) === slot);
    const heads = together.reduce((sum, unit) => sum + int(seating.heads, unit), 0);
    const stays = heads >= seating.smallest || together.some((unit) => int(fixed, unit) === 1);
    return stays ? slot : noSlot;
  });
}
