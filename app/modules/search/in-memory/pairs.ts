/** Values beyond these have no counts beside each other: those of years, bodies and places are far fewer. */
const mostValues = 1024;

/** How many living documents have both of two values: what a filter by one value leaves of each other, without looking at documents. */
export class Pairs {
  #counts = new Int32Array(0);
  #side = 0;

  /** @param by 1 for a document that comes, -1 for one that goes */
  change(values: readonly number[], by: 1 | -1): void {
    for (const one of values) this.#makeRoom(one + 1);
    for (const one of values)
      for (const other of values)
        if (one < this.#side && other < this.#side) {
          const place = one * this.#side + other;
          this.#counts[place] = (this.#counts[place] ?? 0) + by;
        }
  }

  /** By number of the other value; null where they are not known. */
  beside(value: number, values: number): Int32Array | null {
    if (values > mostValues) return null;
    this.#makeRoom(values);
    return this.#counts.subarray(value * this.#side, value * this.#side + values);
  }

  #makeRoom(values: number): void {
    if (values <= this.#side || values > mostValues) return;
    const side = Math.min(mostValues, Math.max(values, 2 * this.#side, 64));
    const more = new Int32Array(side * side);
    for (let one = 0; one < this.#side; one += 1)
      more.set(this.#counts.subarray(one * this.#side, (one + 1) * this.#side), one * side);
    this.#counts = more;
    this.#side = side;
  }
}
