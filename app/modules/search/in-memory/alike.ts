import { facets, type DocumentKind } from '../port.ts';
import { enoughOf, tellingStems } from '../words/telling.ts';
import { hasBit, keepInAtLeast, listBits, setEach, wordsFor, type Bits } from './bits.ts';
import { First, type Placed } from './first.ts';
import { partOf, type MemoryIndex } from './memory-index.ts';
import type { Numbers } from './numbers.ts';
import { scratchOf } from './scratch.ts';
import { valueTerm } from './value-term.ts';

/** What has at least two of the telling words of a text, and most of what they tell; the most alike first. */
export function alike(
  index: MemoryIndex,
  text: string,
  options: { kinds: readonly DocumentKind[]; most: number; exceptId?: string },
): Placed[] {
  const telling = tellingStems(text, index.vocabulary);
  const { room, picked } = scratchOf(index);
  const setOf = (list: Numbers): Bits => {
    const set = room.take();
    setEach(set, list);
    return set;
  };
  const words = telling.map(({ stem, telling: tells }) => {
    const points = Math.round(100 * tells);
    // a word of the title counts half as much again, where it is one that tells
    const more = Math.round(150 * tells) - points;
    return { said: setOf(index.withStem(stem)), points, title: setOf(index.withTitleStem(stem)), more };
  });
  const first = new First(Math.max(1, Math.min(50, Math.trunc(options.most) || 5)));
  const isOfKind = ofKinds(index, options.kinds);
  const enough = enoughOf(telling);
  const idOf = (document: number): string => index.ids[document] ?? '';

  const wordCount = wordsFor(index.given);
  const found = room.take();
  found.set(index.alive.subarray(0, wordCount));
  const needed = Math.max(1, Math.min(2, telling.length));
  const said = words.map((word) => word.said);
  keepInAtLeast(found, said, needed, wordCount);
  const count = listBits(found, wordCount, picked);
  for (let at = 0; at < count; at += 1) {
    const document = picked[at] ?? 0;
    let key = index.length[document] ?? 0;
    for (const word of words) {
      if (hasBit(word.said, document)) key += word.points;
      if (hasBit(word.title, document)) key += word.more;
    }
    if (key < enough || key < first.least || !isOfKind(document)) continue;
    if (idOf(document) !== options.exceptId) first.offer(document, key, idOf);
  }
  return first.list;
}

/** Whether a document is of one of these kinds; no kinds are all. */
function ofKinds(index: MemoryIndex, kinds: readonly DocumentKind[]): (document: number) => boolean {
  if (kinds.length === 0) return () => true;
  const part = index.sets[partOf(facets.indexOf('kind'))];
  const isOne = new Uint8Array(part.size);
  const values = new Set(kinds.map((kind) => index.numberOfValue(valueTerm('kind', kind)) ?? -1));
  part.having(values, (set) => (isOne[set] = 1));
  return (document) => isOne[part.setOf[document] ?? 0] === 1;
}
