/** A document with what it is sorted by, the highest first; of equals the first by id. */
export type Placed = { document: number; key: number; id: string };

export const isBefore = (one: Pick<Placed, 'key' | 'id'>, other: Pick<Placed, 'key' | 'id'>): boolean =>
  one.key > other.key || (one.key === other.key && one.id < other.id);

/** Keeps the first so many of all that it is given. */
export class First {
  readonly list: Placed[] = [];
  /** What is sorted lower is not among the first any more. */
  least = Number.NEGATIVE_INFINITY;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** @param idOf only asked for what may be among the first */
  offer(document: number, key: number, idOf: (document: number) => string): void {
    if (key < this.least) return;
    const id = idOf(document);
    const last = this.list.length < this.#most ? undefined : this.list.at(-1);
    if (last !== undefined && key === last.key && id >= last.id) return;
    const placed = { document, key, id };
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.list[middle];
      if (other !== undefined && isBefore(other, placed)) low = middle + 1;
      else high = middle;
    }
    this.list.splice(low, 0, placed);
    if (this.list.length > this.#most) this.list.pop();
    if (this.list.length === this.#most) this.least = this.list.at(-1)?.key ?? this.least;
  }
}
