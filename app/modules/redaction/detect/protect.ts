/** Places and organisations that look like names: settled before names are looked for. */
import { folded } from './folded.ts';
import { firstNames } from './name-words.ts';
import { fixedNames, organisationRun, perhapsSurname, placeRun } from './place-words.ts';

const escaped = (word: string) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);

const spaced = (word: string) => escaped(word.trim()).replaceAll(/\s+/gu, String.raw`[\s\u00a0]+`);

/** The source of a pattern for one word or words. */
export const bounded = (words: string) => String.raw`(?<![\p{L}\p{N}])${spaced(words)}(?![\p{L}\p{N}])`;

/** Words as they stand, with any white space between and not inside another word; the longest first. Null for no words. */
export function anyOf(words: readonly string[], flags: string): RegExp | null {
  const known = [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
  if (known.length === 0) return null;
  const alternatives = known
    .sort((a, b) => b.length - a.length)
    .map(spaced)
    .join('|');
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${alternatives})(?![\p{L}\p{N}])`, flags);
}

export type Place = { start: number; end: number };
const placeOf = (start: number, words: string): Place => ({ start, end: start + words.length });

/** Where a pattern stands in a text. */
export const placesOf = (pattern: RegExp | null, text: string): Place[] =>
  pattern === null ? [] : [...text.matchAll(pattern)].map((match) => placeOf(match.index, match[0]));

const fixed = anyOf(fixedNames, 'gu');

/**
 * A finder of what is no person; the patterns are made once, a paper has hundreds of passages.
 * @param organisations names of organisations that this programme knows
 * @param never the editor's words that are no names
 */
export function protector(organisations: readonly string[], never: readonly string[]): (text: string) => Place[] {
  const told = anyOf([...organisations.filter((name) => name.trim().length > 1), ...never], 'giu');
  return (text) => [
    ...placesOf(fixed, text),
    ...placesOf(told, text),
    ...[...text.matchAll(placeRun)].flatMap((match) =>
      isPerhapsPerson(match[0]) ? [] : [placeOf(match.index, match[0])],
    ),
    ...[...text.matchAll(organisationRun)].map((match) => placeOf(match.index, upToPerson(match[0]))),
  ];
}

/** "Rob Andeweg" ends as a road does: a first name before an end that surnames have too is not settled here. */
function isPerhapsPerson(words: string): boolean {
  const first = folded(words.split(' ')[0] ?? '');
  return words.includes(' ') && firstNames.has(first) && perhapsSurname.test(words);
}

/** "Hogeschool van Amsterdam Jurgen": what follows an organisation without a comma can be somebody. */
function upToPerson(words: string): string {
  const pieces = words.split(' ');
  const capitals = pieces
    .map((word, place) => ({ word, place }))
    .filter(({ word, place }) => place > 0 && /^\p{Lu}/u.test(word));
  const person = capitals.slice(1).find(({ word }) => firstNames.has(folded(word)));
  return person === undefined ? words : pieces.slice(0, person.place).join(' ');
}
