import { facets, type DocumentKind } from '../port.ts';
import { enoughOf, tellingStems } from '../words/telling.ts';
import { hasBit } from './bits.ts';
import { First, type Placed } from './first.ts';
import { partOf, type MemoryIndex } from './memory-index.ts';
import type { Numbers } from './numbers.ts';
import { valueTerm } from './value-term.ts';

/** By document: points, and how many of the words it has. Used again for the next text. */
type Likeness = { points: Int32Array; words: Uint8Array };

const scratch = new WeakMap<MemoryIndex, Likeness>();

function scratchOf(index: MemoryIndex): Likeness {
  let known = scratch.get(index);
  if (known === undefined || known.points.length < index.room) {
    const { room } = index;
    known = { points: new Int32Array(room), words: new Uint8Array(room) };
    scratch.set(index, known);
  }
  return known;
}

/** What has at least two of the telling words of a text, and most of what they tell; the most alike first. */
export function alike(
  index: MemoryIndex,
  text: string,
  options: { kinds: readonly DocumentKind[]; most: number; exceptId?: string },
): Placed[] {
  const telling = tellingStems(text, index.vocabulary);
  const likeness = scratchOf(index);
  const { points, words } = likeness;
  const first = new First(Math.max(1, Math.min(50, Math.trunc(options.most) || 5)));
  const isOfKind = ofKinds(index, options.kinds);
  for (const { stem, telling: tells } of telling) {
    each(index.withStem(stem), (document) => {
      points[document] = (points[document] ?? 0) + Math.round(100 * tells);
      words[document] = (words[document] ?? 0) + 1;
    });
    // a word of the title counts half as much again, where it is one that tells
    const more = Math.round(150 * tells) - Math.round(100 * tells);
    each(index.withTitleStem(stem), (document) => (points[document] = (points[document] ?? 0) + more));
  }
  const enough = enoughOf(telling);
  const idOf = (document: number): string => index.ids[document] ?? '';
  const needed = Math.min(2, telling.length);
  for (const { stem } of telling)
    each(index.withStem(stem), (document) => {
      const key = (points[document] ?? 0) + (index.length[document] ?? 0);
      const isAlike = (words[document] ?? 0) >= needed && key >= enough && key >= first.least;
      // once: it has several of the words
      words[document] = 0;
      if (!isAlike || !hasBit(index.alive, document)) return;
      if (!isOfKind(document) || idOf(document) === options.exceptId) return;
      first.offer(document, key, idOf);
    });
  for (const { stem } of telling) {
    each(index.withStem(stem), (document) => (points[document] = 0));
    each(index.withTitleStem(stem), (document) => (points[document] = 0));
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

function each({ held, length }: Numbers, work: (document: number) => void): void {
  for (let place = 0; place < length; place += 1) work(held[place] ?? 0);
}
