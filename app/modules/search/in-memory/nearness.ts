import { hasBit } from './bits.ts';
import type { MemoryIndex } from './memory-index.ts';
import { valueTerm } from './value-term.ts';

/** Points for being near are above all others. */
const perRing = 100_000;
const mostAreas = 200;

/**
 * Points for being near of documents that live, by number. Buurten from near to far come in rings that grow: within a ring it does not
 * matter which is nearer.
 * @param near codes of buurten
 */
export function nearPoints(near: readonly string[], index: MemoryIndex): Map<number, number> {
  const rings: string[][] = [];
  for (let start = 0, size = 1; start < Math.min(near.length, mostAreas); start += size, size = Math.ceil(size * 1.4))
    rings.push(near.slice(start, start + size));
  const found = new Map<number, number>();
  for (const [place, ring] of rings.entries())
    for (const code of ring) {
      const { held, length } = index.withValue(valueTerm('area', code));
      for (let at = 0; at < length; at += 1) {
        const document = held[at] ?? 0;
        if (hasBit(index.alive, document) && !found.has(document))
          found.set(document, (rings.length - place) * perRing);
      }
    }
  return found;
}
