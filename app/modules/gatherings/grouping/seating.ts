import { before } from './objective.ts';
import { int, real } from './typed.ts';

/**
 * Units (a person, or a few who stay together) to be divided over slots (tables, clusters). Hard rules: never more than `largest`
 * in a slot, nobody with whom one is barred, and one language that all in a slot share. Units that are fixed stay in their home.
 */
export type Seating = {
  count: number;
  /** People in each unit. */
  heads: Int32Array;
  /** Worth of each two units in one slot, count × count, symmetric. */
  points: Float64Array;
  /** 1 where two units may not be in one slot. */
  barred: Int32Array;
  /** Languages that all people of a unit share, as bits, `words` numbers per unit. */
  languages: Int32Array;
  words: number;
  slots: number;
  /** The first so many slots are meant to be used; the others only help where people would have no place otherwise. */
  wanted: number;
  smallest: number;
  largest: number;
  /** People per slot if all were alike. */
  equalShare: number;
  /** Points per person more or fewer than that, squared. */
  balance: number;
  /** Slot where a unit was, or −1. */
  home: Int32Array;
  /** 1 for units that stay in their home whatever happens. */
  fixed: Int32Array;
  /** How long to search: steps for each unit that may move. */
  stepsPerUnit: number;
  seed: number;
};

export const noSlot = -1;

/**
 * A division that is being improved. `gathering` says how slots with too few people count: while gathering, less bad the fuller
 * they are, so that people find each other there; afterwards as what they are, people without a place.
 */
export class Division {
  readonly slotOf: Int32Array;
  readonly members: number[][];
  readonly heads: Int32Array;
  gathering = true;
  readonly #seating: Seating;

  constructor(seating: Seating) {
    this.#seating = seating;
    this.slotOf = new Int32Array(seating.count).fill(noSlot);
    this.members = Array.from({ length: seating.slots }, () => []);
    this.heads = new Int32Array(seating.slots);
  }

  /** Puts a unit in a slot, or takes it out, without asking whether it may. */
  put(unit: number, slot: number): void {
    const old = int(this.slotOf, unit);
    const heads = int(this.#seating.heads, unit);
    if (old !== noSlot) {
      const list = this.membersOf(old);
      list.splice(list.indexOf(unit), 1);
      this.heads[old] = int(this.heads, old) - heads;
    }
    this.slotOf[unit] = slot;
    if (slot === noSlot) return;
    this.membersOf(slot).push(unit);
    this.heads[slot] = int(this.heads, slot) + heads;
  }

  /** @param leaving a unit that makes place for it; −1: nobody */
  mayEnter(unit: number, slot: number, leaving = -1): boolean {
    const { heads, largest, barred, count, words, languages } = this.#seating;
    const less = leaving < 0 ? 0 : int(heads, leaving);
    if (int(this.heads, slot) + int(heads, unit) - less > largest) return false;
    const members = this.membersOf(slot);
    for (const member of members) if (member !== leaving && int(barred, unit * count + member) === 1) return false;
    for (let word = 0; word < words; word += 1) {
      let common = int(languages, unit * words + word);
      for (const member of members) if (member !== leaving) common &= int(languages, member * words + word);
      if (common !== 0) return true;
    }
    return false;
  }

  /** What it gives when a unit goes to another slot (or none). */
  gainOfMove(unit: number, slot: number): number {
    const heads = int(this.#seating.heads, unit);
    const old = int(this.slotOf, unit);
    const gain = this.#worthIn(unit, slot, -1) - this.#worthIn(unit, old, unit);
    return gain + this.#gainOfSize(old, -heads) + this.#gainOfSize(slot, heads);
  }

  /** What it gives when two units of different slots (or one of none) change places. */
  gainOfSwap(a: number, b: number): number {
    const [from, to] = [int(this.slotOf, a), int(this.slotOf, b)];
    const more = int(this.#seating.heads, b) - int(this.#seating.heads, a);
    const gain =
      this.#worthIn(a, to, b) - this.#worthIn(a, from, a) + this.#worthIn(b, from, a) - this.#worthIn(b, to, b);
    return more === 0 ? gain : gain + this.#gainOfSize(from, more) + this.#gainOfSize(to, -more);
  }

  /** Worth of the whole. */
  worth(): number {
    const { count, points } = this.#seating;
    let sum = 0;
    for (let unit = 0; unit < count; unit += 1) {
      const slot = int(this.slotOf, unit);
      sum += this.#worthIn(unit, slot, unit);
      // each two were counted from both sides
      if (slot !== noSlot)
        for (const member of this.membersOf(slot)) if (member > unit) sum -= real(points, unit * count + member);
    }
    this.heads.forEach((heads, slot) => (sum += this.#sizeWorth(slot, heads)));
    return sum;
  }

  membersOf(slot: number): number[] {
    return this.members[slot] as number[];
  }

  #worthIn(unit: number, slot: number, except: number): number {
    const { count, points, home, heads } = this.#seating;
    if (slot === noSlot) return -before.place * int(heads, unit);
    let sum = int(home, unit) === noSlot || int(home, unit) === slot ? 0 : -before.stay * int(heads, unit);
    for (const member of this.membersOf(slot)) if (member !== except) sum += real(points, unit * count + member);
    return sum;
  }

  #gainOfSize(slot: number, more: number): number {
    if (slot === noSlot) return 0;
    const heads = int(this.heads, slot);
    return this.#sizeWorth(slot, heads + more) - this.#sizeWorth(slot, heads);
  }

  #sizeWorth(slot: number, heads: number): number {
    const { wanted, smallest, equalShare, balance } = this.#seating;
    const uneven = (people: number) => balance * (people - equalShare) ** 2;
    if (heads >= smallest) return -uneven(heads);
    const empty = slot < wanted ? -uneven(0) : 0;
    if (heads === 0) return empty;
    // Opening a slot for somebody without a place must pay, and filling one must be worth getting up for.
    if (this.gathering) return -uneven(smallest) - (before.place / (2 * smallest)) * (smallest - heads);
    return empty - before.place * heads;
  }
}
