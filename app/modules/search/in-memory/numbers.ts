const manyNumbers = 1024;

/** A list of numbers that grows; four bytes each, outside what the garbage collector looks through. */
export class Numbers {
  held = new Uint32Array(4);
  length = 0;

  push(number: number): void {
    if (this.length === this.held.length) {
      // of long lists less is left unused
      const more = new Uint32Array(this.length + (this.length < manyNumbers ? this.length : this.length >>> 2));
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
  if (first === undefined || first.length === 0) return new Numbers();
  return others.reduce(inBoth, first);
}

/** @param few the shorter list: between two of its numbers the other is looked through in ever larger steps */
function inBoth(few: Numbers, many: Numbers): Numbers {
  const found = new Numbers();
  const { held, length } = many;
  let from = 0;
  for (let place = 0; place < few.length; place += 1) {
    const wanted = few.held[place] ?? 0;
    let step = 1;
    let high = from;
    while (high < length && (held[high] ?? 0) < wanted) {
      from = high + 1;
      high += step;
      step *= 2;
    }
    high = Math.min(high, length);
    while (from < high) {
      const middle = (from + high) >>> 1;
      if ((held[middle] ?? 0) < wanted) from = middle + 1;
      else high = middle;
    }
    if (from === length) break;
    if (held[from] === wanted) found.push(wanted);
  }
  return found;
}
