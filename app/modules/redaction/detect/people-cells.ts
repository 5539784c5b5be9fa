/** Cells that say who does something: every piece that is no organisation, body or word is a person. */
import type { Found } from '../mark.ts';
import { notNames } from './name-words.ts';

const separators = /[,;/&+|\n()]|\s(?:en|of|met|i\.s\.m\.|ism|samen met|door|namens|ondersteund door)\s/giu;
const wordsForRoles =
  /^(?:allen|alle|iedereen|partners|partner|bestuur|team|leden|werkgroep|programma|gemeente|corporaties|college|trekker|trekkers|bewoners?|voorzitters?|secretaris|nader|nog|volgt|gezamenlijk|samen)(?![\p{L}])/iu;

/**
 * @param text what stands in the cell, with organisations and places blanked
 * @param letters the first letters of people who are known, as in "JB"
 */
export function findInCell(text: string, letters: ReadonlySet<string>): Found[] {
  const found: Found[] = [];
  let start = 0;
  const add = (from: number, to: number) => {
    const piece = text.slice(from, to);
    const lead = piece.length - piece.trimStart().length;
    const words = piece.trim().replace(/[.:]$/u, '');
    if (words === '' || words.includes('\uE000') || !/\p{Lu}/u.test(words) || words.split(/\s+/u).length > 5) return;
    const isLetters = letters.has(words);
    const named = words.replace(/^(?:\p{Ll}+\s+)+(?=\p{Lu})/u, '');
    if (!isLetters && (wordsForRoles.test(words) || /^\p{Lu}{2,}s?$/u.test(named) || /\d/u.test(words))) return;
    if (words.split(/\s+/u).every((word) => notNames.has(word.toLowerCase()) || /^\p{Ll}/u.test(word))) return;
    if (notNames.has((words.split(/\s+/u)[0] ?? '').toLowerCase()) && !/\s\p{Lu}/u.test(words)) return;
    found.push({ start: from + lead, end: from + lead + words.length, kind: 'name' });
  };
  for (const match of text.matchAll(separators)) {
    add(start, match.index);
    start = match.index + match[0].length;
  }
  add(start, text.length);
  return found;
}
