import { facets, type DocumentKind } from '../port.ts';
import { enoughOf, pointsOfWord, subjectOf } from '../words/telling.ts';
import { keepInAtLeast, listBits, setEach, wordsFor, type Bits } from './bits.ts';
import { First, type Placed } from './first.ts';
import { partOf, type MemoryIndex } from './memory-index.ts';
import type { Numbers } from './numbers.ts';
import { scratchOf } from './scratch.ts';
import { valueTerm } from './value-term.ts';

/** What has at least two of the telling words of a text, or compounds of them, and most of what they tell; the most alike first. */
export function alike(
  index: MemoryIndex,
  text: string,
  options: { kinds: readonly DocumentKind[]; most: number; exceptId?: string },
): Placed[] {
  const subject = subjectOf(text, index.vocabulary);
  const { room, picked } = scratchOf(index);
  const setOf = (...lists: Numbers[]): Bits => {
    const set = room.take();
    for (const list of lists) setEach(set, list);
    return set;
  };
  const words = subject.words.map(({ stem, telling, also }) => {
    const inTitle = setOf(index.withTitleStem(stem));
    const inText = setOf(index.withStem(stem));
    const said = also.length === 0 ? inText : setOf(index.withStem(stem), ...also.map((each) => index.withStem(each)));
    const { title, text: inAny, compound } = pointsOfWord;
    // the first set that a document is in counts
    const sets = also.length === 0 ? [inTitle, inText] : [inTitle, inText, said];
    return { said, sets, points: [title, inAny, compound].map((points) => Math.round(points * telling)) };
  });
  const first = new First(Math.max(1, Math.min(50, Math.trunc(options.most) || 5)));
  const isOfKind = ofKinds(index, options.kinds);
  const enough = enoughOf(subject);
  const idOf = (document: number): string => index.ids[document] ?? '';

  const wordCount = wordsFor(index.given);
  const found = room.take();
  found.set(index.alive.subarray(0, wordCount));
  const said = words.map((word) => word.said);
  keepInAtLeast(found, said, subject.needed, wordCount);
  const count = listBits(found, wordCount, picked);
  for (let at = 0; at < count; at += 1) {
    const document = picked[at] ?? 0;
    let key = index.length[document] ?? 0;
    const word = document >>> 5;
    const bit = 1 << (document & 31);
    for (const { sets, points } of words)
      for (let band = 0; band < sets.length; band += 1)
        if (((sets[band]?.[word] ?? 0) & bit) !== 0) {
          key += points[band] ?? 0;
          break;
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
