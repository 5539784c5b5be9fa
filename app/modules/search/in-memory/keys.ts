import type { Question } from '../port.ts';
import type { Level } from '../words/levels.ts';
import type { Bits } from './bits.ts';
import type { Marks } from './marking.ts';
import type { MemoryIndex } from './memory-index.ts';
import { nearPoints } from './nearness.ts';

/** What a document is sorted by, the highest first. */
export type KeyOf = (document: number) => number;

/** @param marks what answers the words, and the level that was chosen; null for a question without words */
export function keysOf(index: MemoryIndex, question: Question, marks: { marks: Marks; level: Level } | null): KeyOf {
  const near = question.sort === 'near' ? nearPoints(question.near ?? [], index) : null;
  const isNear = near !== null && near.size > 0;
  if (!isNear && (question.sort === 'newest' || question.sort === 'money' || marks === null)) {
    const byKey = question.sort === 'money' ? index.cents : index.day;
    return (document) => byKey[document] ?? 0;
  }
  const { form } = index;
  const worth = marks === null ? [] : marks.marks.worth(marks.level).map(apart);
  return (document) => {
    const word = document >>> 5;
    const bit = 1 << (document & 31);
    let key = (form[document] ?? 0) + (isNear ? (near.get(document) ?? 0) : 0);
    for (const { sets, points } of worth)
      for (let band = 0; band < sets.length; band += 1)
        if (((sets[band]?.[word] ?? 0) & bit) !== 0) {
          key += points[band] ?? 0;
          break;
        }
    return key;
  };
}

/** Without sets that hold nothing more than the one before. */
function apart({ sets, points }: { sets: Bits[]; points: number[] }): { sets: Bits[]; points: number[] } {
  const isMore = (_: unknown, band: number): boolean => band === 0 || sets[band] !== sets[band - 1];
  return { sets: sets.filter(isMore), points: points.filter(isMore) };
}
