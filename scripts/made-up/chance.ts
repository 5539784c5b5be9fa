/** Numbers from 0 to 1 that come in the same order for the same seed (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What is left to chance, always the same for the same seed. */
export type Chance = {
  /** True so often: a share from 0 to 1. */
  happens: (share: number) => boolean;
  /** A whole number from the first up to and including the second. */
  between: (least: number, most: number) => number;
  /** One of them, each as likely. */
  pick: <Item>(items: readonly Item[]) => Item;
  /** One of them, the first most often: rank by Zipf's law, as words in a language. */
  pickOften: <Item>(items: readonly Item[]) => Item;
};

export function chanceOf(seed: number): Chance {
  const next = numbers(seed);
  const at = <Item>(items: readonly Item[], place: number): Item => {
    const item = items[place];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return {
    happens: (share) => next() < share,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (items) => at(items, Math.floor(next() * items.length)),
    pickOften: (items) => at(items, Math.min(items.length - 1, Math.floor((items.length + 1) ** next()) - 1)),
  };
}
