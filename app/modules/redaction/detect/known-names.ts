/**
 * Finds people of whom it is known that they can be in the text: whole names, surnames, first names, first letters, in any capitals
 * where that cannot be another word, with the s of possession.
 */
import type { Found, KnownPerson } from '../mark.ts';
import { firstNames, notNames, particles, verbSubject, wordLikeNames } from './name-words.ts';
import { folded } from './folded.ts';
import { bounded, type Place } from './protect.ts';

const particle = new RegExp(`^(?:${particles})$`, 'iu');

/** A name in its parts: "Jan van den Berg" has first names "Jan" and surname "van den Berg". */
export type NameParts = { whole: string; first: string; surname: string };

const honorific = /^(?:dhr|mevr|mw|hr|drs|dr|mr|ir|ing|prof|de heer|mevrouw|meneer)\.?\s+/iu;

/** @returns null for what is no name of a person: nothing, or only a word like "bewoner" */
export function nameParts(name: string): NameParts | null {
  const whole = name.replace(honorific, '').replaceAll(/\s+/gu, ' ').trim();
  const words = whole.split(' ').filter((word) => word !== '');
  if (words.every((word) => notNames.has(word.toLowerCase()) || !/\p{L}{2}/u.test(word))) return null;
  const [first = '', ...rest] = words;
  if (rest.length === 0)
    return { whole, first: isSurnameAlone(first) ? '' : first, surname: isSurnameAlone(first) ? first : '' };
  if (particle.test(first) || /^\p{L}\.|^(?:\p{Lu}\.)+$/u.test(first)) {
    const surname = words.filter((word) => !/^(?:\p{L}\.)+$/u.test(word)).join(' ');
    return { whole, first: '', surname };
  }
  // "Henk Jan Bierma": a second word that is a first name belongs to the first names.
  const second = rest[0] ?? '';
  if (rest.length > 1 && firstNames.has(folded(second))) return { whole, first, surname: rest.slice(1).join(' ') };
  return { whole, first, surname: rest.join(' ') };
}

const isSurnameAlone = (word: string) =>
  !firstNames.has(folded(word)) && /(?:stra|sma|oglu|oğlu|dijk|ink)$/iu.test(word);

/** The s of possession, which goes with the name. */
const possessive = String.raw`(?:['’]s(?!\p{L})|['’](?!\p{L})|s(?!\p{L}))?`;

function pattern(words: string, anyCase: boolean): RegExp {
  const source = bounded(words).replace(String.raw`(?![\p{L}\p{N}])`, '');
  return new RegExp(String.raw`${source}${possessive}(?![\p{L}\p{N}])`, anyCase ? 'giu' : 'gu');
}

/** Whether small letters of the word are a name too: never for what is a word of the language. */
const canBeSmall = (word: string) =>
  word.length >= 4 &&
  !notNames.has(word.toLowerCase()) &&
  !wordLikeNames.has(folded(word)) &&
  !/^(?:groot|lang|smit|bakker|visser|kok|mulder|jong|witte?|zwart|bruin|meester|koning|keizer|prins|vos|leeuw|haan|vogel|berg|bos|dam|dijk|molen|hoek|kamp|winter|zomer|vries|boer|school|kramer|schipper|timmer|slager|kuiper|wolf|haas|hond)$/iu.test(
    word,
  );

/** All forms in which this person can be written, the longest first. */
function formsOf({ whole, first, surname }: NameParts): RegExp[] {
  const forms: RegExp[] = [pattern(whole, true)];
  const bare = surname.replace(new RegExp(`^(?:(?:${particles})\\s+)+`, 'iu'), '');
  if (surname !== '') {
    if (first !== '') {
      forms.push(
        new RegExp(
          String.raw`(?<![\p{L}\p{N}])${first[0] ?? ''}\.?(?:\s?\p{Lu}\.)*\s${pattern(surname, true).source.replace(String.raw`(?<![\p{L}\p{N}])`, '')}`,
          'giu',
        ),
      );
    }
    // "Van der Meulen", "van der Meulen", and each half of a double surname.
    forms.push(
      pattern(
        surname.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()),
        surname.includes(' ') || canBeSmall(surname),
      ),
    );
    if (bare !== surname && bare !== '') forms.push(pattern(bare, canBeSmall(bare)));
    for (const half of surname.split('-')) {
      if (half !== surname && /^\p{L}{3}/u.test(half.trim())) forms.push(pattern(half.trim(), false));
    }
    // As in lists by surname: "Berg, J. van den".
    if (bare !== '') {
      forms.push(
        new RegExp(
          String.raw`${bounded(bare).replace(String.raw`(?![\p{L}\p{N}])`, '')},\s(?:\p{Lu}\.\s?)+(?:\s?(?:${particles})(?![\p{L}]))*`,
          'gu',
        ),
      );
    }
    const letters = lettersOf({ first, surname });
    if (letters.length >= 3) forms.push(pattern(letters, false));
  }
  if (first !== '') {
    forms.push(pattern(first, canBeSmall(first)));
    forms.push(pattern(first.toUpperCase(), false));
    if (first.includes('-')) forms.push(pattern(first.replaceAll('-', ' '), true));
  }
  return forms;
}

/** "JvdB" for Jan van den Berg. */
export function lettersOf({ first, surname }: Pick<NameParts, 'first' | 'surname'>): string {
  const letters = surname
    .split(/[\s-]+/u)
    .map((word) => (particle.test(word) ? (word[0] ?? '') : (word[0] ?? '').toUpperCase()));
  return first === '' ? '' : `${(first[0] ?? '').toUpperCase()}${letters.join('')}`;
}

/** A finder of all places where one of these is named. "Wil je meer weten" names no Wil. */
export function knownFinder(people: readonly NameParts[]): (text: string) => Found[] {
  // One pattern for each way of looking at capitals: hundreds of small ones take hundreds of times as long.
  const all = people.flatMap(formsOf);
  const forms = ['gu', 'giu'].flatMap((flags) => {
    const sources = all.filter((form) => form.flags === flags.split('').sort().join('')).map(({ source }) => source);
    return sources.length === 0 ? [] : [new RegExp(sources.join('|'), flags)];
  });
  const isVerb = (text: string, word: string, end: number) =>
    wordLikeNames.has(folded(word)) && verbSubject.test(text.slice(end, end + 20));
  return (text) =>
    forms.flatMap((form) =>
      [...text.matchAll(form)]
        .map((match) => ({ word: match[0], start: match.index, end: match.index + match[0].length }))
        .filter(({ word, end }) => !isVerb(text, word, end))
        .map(({ start, end }) => ({ start, end, kind: 'name' as const })),
    );
}

/** A finder of where somebody who is public is named: whole, and by a part that nobody else has. */
export function publicFinder(people: readonly KnownPerson[]): (text: string) => Place[] {
  const parts = people.map((person) => ({ person, parts: nameParts(person.name) }));
  const others = parts.flatMap(({ person, parts: own }) => (person.isPublic || own === null ? [] : [own]));
  const taken = new Set(others.flatMap(({ first, surname }) => [folded(first), folded(surname)]));
  return knownFinder(
    parts.flatMap(({ person, parts: own }) => {
      if (!person.isPublic || own === null) return [];
      const first = taken.has(folded(own.first)) ? '' : own.first;
      return [{ whole: own.whole, first, surname: taken.has(folded(own.surname)) ? '' : own.surname }];
    }),
  );
}
