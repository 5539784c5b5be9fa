/** What comes instead of what goes: the organisation, "bewoner", or a block with the ground. Never a word that tells more than that. */
import { nameParts } from './detect/known-names.ts';
import { folded } from './detect/folded.ts';
import type { Found, KnownPerson, Mark } from './mark.ts';

/** What a mark without a word is replaced by: a block and the ground, as papers under the act show it. */
const blockWord = (ground: string) => `■ ${ground}`;

/**
 * The word for somebody who is known: their organisation, or "bewoner" for who has none.
 * @returns empty where nobody, or more than one with another organisation, can be meant
 */
export function replacementFor(found: Found, text: string, people: readonly KnownPerson[]): string {
  if (found.kind !== 'name') return '';
  const word = folded(text.slice(found.start, found.end)).replace(/['’]s?$/u, '');
  const meant = people.filter(({ name, isPublic }) => {
    const parts = nameParts(name);
    return (
      !isPublic &&
      parts !== null &&
      [parts.whole, parts.first, parts.surname].some(
        (form) => form !== '' && (folded(form) === word || `${folded(form)}s` === word),
      )
    );
  });
  const replacements = new Set(meant.map(({ organisation }) => organisation.trim() || 'bewoner'));
  const [only] = replacements;
  if (replacements.size !== 1 || only === undefined) return '';
  // "Jan de Wit (Ymere)" must not become "Ymere (Ymere)".
  return new RegExp(String.raw`^\s*\(\s*${only.replaceAll(/[.*+?^${'$'}{}()|[\]\\]/gu, String.raw`\$&`)}`, 'iu').test(
    text.slice(found.end),
  )
    ? 'iemand'
    : only;
}

/** What stands in the published text for this mark. */
export const wordFor = ({ replacement, ground }: Pick<Mark, 'replacement' | 'ground'>) =>
  replacement.trim() === '' ? blockWord(ground) : replacement.trim();

/**
 * The text without what was marked. Nothing of it is kept: not its length, not its letters.
 * @param marks of this passage, not overlapping; sorted here
 */
export function replaced(
  text: string,
  marks: readonly Pick<Mark, 'start' | 'end' | 'replacement' | 'ground'>[],
): string {
  let result = '';
  let place = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    result += text.slice(place, mark.start) + wordFor(mark);
    place = mark.end;
  }
  return result + text.slice(place);
}
