import { stemOf } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';

const shortestPart = 3;

/** What Dutch puts between the parts of a compound: `bewonersavond`, `groentetuin`, `jongerenwerk`. */
const links = ['', 's', 'e', 'en', 'n'];

/** Stem of a part that is a known word, with or without what links it to the next; null when it is none. */
function knownPart(part: string, vocabulary: Vocabulary): string | null {
  let best: string | null = null;
  for (const link of links) {
    if (!part.endsWith(link)) continue;
    const word = part.slice(0, part.length - link.length);
    if (word.length < shortestPart) continue;
    const stem = stemOf(word);
    if (vocabulary.frequency(stem) > (best === null ? 0 : vocabulary.frequency(best))) best = stem;
  }
  return best;
}

/**
 * The parts of a compound as stems, when all are known words: `huiswerkbegeleiding` is `huiswerk` and `begeleid`.
 * The longest last part wins, since that is what a Dutch compound is a kind of. Null when it does not come apart.
 * @param word folded
 */
export function partsOf(word: string, vocabulary: Vocabulary, depth = 2): string[] | null {
  for (let cut = shortestPart; cut <= word.length - shortestPart; cut += 1) {
    const last = word.slice(cut);
    const stem = stemOf(last);
    if (vocabulary.frequency(stem) === 0) continue;
    const first = word.slice(0, cut);
    const known = knownPart(first, vocabulary);
    if (known !== null) return [known, stem];
    if (depth > 1 && first.length >= 2 * shortestPart) {
      const parts = partsOf(first.replace(/s$/, ''), vocabulary, depth - 1) ?? partsOf(first, vocabulary, depth - 1);
      if (parts !== null) return [...parts, stem];
    }
  }
  return null;
}

/** A word of which another is a part: its last, or another. `isSure` when the rest is a known word too. */
export type Compound = { stem: string; isLast: boolean; isSure: boolean };

/** The last part of so many sure compounds is one that makes compounds. */
const manySure = 3;

/** Known words of which this one is a part: `speeltuin` for `tuin`, `huiswerkklas` for `huiswerk`. */
export function compoundsWith(word: string, vocabulary: Vocabulary, most: number): Compound[] {
  return vocabulary.remember(`${most}+${word}`, () => findCompounds(word, vocabulary, most));
}

function findCompounds(word: string, vocabulary: Vocabulary, most: number): Compound[] {
  const stem = stemOf(word);
  if (stem.length < shortestPart) return [];
  const found = new Map<string, Compound>();
  for (const { word: compound } of vocabulary.endingWith(stem, most * 2)) {
    const first = compound.slice(0, compound.length - stem.length);
    if (first.length < 2 || found.size >= most) continue;
    const isSure = first.length >= shortestPart && knownPart(first, vocabulary) !== null;
    if (isSure || (stem.length >= 4 && first.length >= 2))
      found.set(compound, { stem: compound, isLast: true, isSure });
  }
  // what ends several words that surely come apart ends the others too: after `speeltuin` and `volkstuin`, `moestuin`
  const ends = [...found.values()];
  if (stem.length >= 4 && ends.filter(({ isSure }) => isSure).length >= manySure)
    for (const compound of ends) if (compound.stem.length - stem.length >= shortestPart) compound.isSure = true;
  const starts = new Set([stem, word, ...vocabulary.written(stem)]);
  const begun = new Map<string, Compound>();
  for (const start of starts) {
    if (start.length < shortestPart) continue;
    for (const { word: written } of vocabulary.startingWith(start, most * 2)) {
      const compound = stemOf(written);
      if (compound === stem || found.has(compound) || begun.has(compound) || begun.size >= most) continue;
      const rest = written.slice(start.length);
      if (rest.length < shortestPart) continue;
      const isSure = links.some(
        (link) =>
          rest.startsWith(link) &&
          rest.length - link.length >= shortestPart &&
          vocabulary.frequency(stemOf(rest.slice(link.length))) > 0,
      );
      if (isSure || start.length >= 5) begun.set(compound, { stem: compound, isLast: false, isSure });
    }
  }
  return [...found.values(), ...begun.values()];
}
