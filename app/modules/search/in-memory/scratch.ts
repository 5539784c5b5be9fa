import { Room } from './bits.ts';
import type { MemoryIndex } from './memory-index.ts';

/** What one question needs room for; used again for the next, since none waits halfway. */
export type Scratch = { room: Room; picked: Uint32Array };

const known = new WeakMap<MemoryIndex, Scratch>();

/** Whatever was in it before is not to be used any more. */
export function scratchOf(index: MemoryIndex): Scratch {
  let scratch = known.get(index);
  if (scratch === undefined || scratch.picked.length < index.room) {
    scratch = { room: new Room(), picked: new Uint32Array(index.room) };
    known.set(index, scratch);
  }
  scratch.room.begin(index.room);
  return scratch;
}
