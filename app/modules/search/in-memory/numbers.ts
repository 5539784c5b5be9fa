/** A list of numbers that grows; four bytes each, outside what the garbage collector looks through. */
export class Numbers {
  held = new Uint32Array(4);
  length = 0;

  push(number: number): void {
    if (this.length === this.held.length) {
      const more = new Uint32Array(2 * this.length);
      more.set(this.held);
      this.held = more;
    }
    this.held[this.length] = number;
    this.length += 1;
  }

  at(place: number): number {
    return this.held[place] ?? 0;
  }

  last(): number {
    return this.held[this.length - 1] ?? -1;
  }
}

/** A copy with room for more. */
export function withRoom<List extends Uint8Array | Int8Array | Uint16Array | Int32Array | Uint32Array | Float64Array>(
  list: List,
  room: number,
): List {
  const more = new (list.constructor as new (room: number) => List)(room);
  more.set(list);
  return more;
}

/** Numbers that are in each of these lists; lists are in order and have each number once. */
export function inAll(lists: readonly Numbers[]): Numbers {
  const [first, ...others] = [...lists].sort((one, other) => one.length - other.length);
  const found = new Numbers();
  if (first === undefined) return found;
  const places = others.map(() => 0);
  for (let place = 0; place < first.length; place += 1) {
    const wanted = first.at(place);
    let isInAll = true;
    for (const [which, list] of others.entries()) {
      let at = places[which] ?? 0;
      while (at < list.length && list.at(at) < wanted) at += 1;
      places[which] = at;
      if (at === list.length || list.at(at) !== wanted) {
        isInAll = false;
        break;
      }
    }
    if (isInAll) found.push(wanted);
  }
  return found;
}
