import { fold } from './fold.ts';

/** A word with the place where it stands in the text: from `start` until before `end`. */
export type PlacedWord = { word: string; start: number; end: number };

/** Letters and digits that belong together; quotes inside a word and marks on its letters do not part it. */
const together = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\u00ad\u200b-\u200f\u2060]|['’‘`´](?=\p{L}))*/gu;

/** Most words need no folding beyond small letters. */
const plain = /^[a-zA-Z0-9]+$/;

/** A longer one is no word of a language. */
const longestWord = 60;

/** The folded words of a text with their places. Those that are empty or overlong after folding are left out. */
export function placedWords(text: string): PlacedWord[] {
  const found: PlacedWord[] = [];
  for (const match of text.matchAll(together)) {
    const word = plain.test(match[0]) ? match[0].toLowerCase() : fold(match[0]).replace(/[^\p{L}\p{N}]/gu, '');
    if (word !== '' && word.length <= longestWord)
      found.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** The folded words of a text, in order. */
export function wordsOf(text: string): string[] {
  return placedWords(text).map(({ word }) => word);
}
