/** Everything in the passages that has to be looked at before they are public, with a suggested ground and replacement for each. */
import { folded } from './detect/folded.ts';
import { knownFinder, lettersOf, nameParts, publicFinder, type NameParts } from './detect/known-names.ts';
import { candidatesIn, spreadOverLists, type Seen } from './detect/name-runs.ts';
import { findNumbers } from './detect/numbers.ts';
import { findInCell } from './detect/people-cells.ts';
import { anyOf, placesOf, protector, type Place } from './detect/protect.ts';
import { suggestedGround } from './ground.ts';
import { blanked, overlaps, type Found, type Mark, type RedactionInput, type RedactionPassage } from './mark.ts';
import { replacementFor } from './replacement.ts';

/**
 * @param input passages, people who are known, organisations that are no people, and the editor's own list
 * @returns marks in the order of the passages, none overlapping another within its passage
 */
export function findMarks(input: RedactionInput): Mark[] {
  const known = input.people.filter(({ isPublic }) => !isPublic).flatMap(({ name }) => nameParts(name) ?? []);
  const protect = protector(organisationsOf(input), input.list.never);
  const passages = input.passages.map((passage): Opened => {
    const numbers = findNumbers(passage.text);
    return { ...passage, numbers, open: blanked(blanked(passage.text, numbers), protect(passage.text)) };
  });
  const finders: Finders = {
    seen: whatIsSeen(passages, input, known),
    told: knownFinder(known),
    publicly: publicFinder(input.people),
    letters: new Set(known.map(lettersOf)),
    always: anyOf(input.list.always, 'giu'),
    never: anyOf(input.list.never, 'giu'),
  };
  return passages.flatMap((passage) =>
    findIn(passage, finders).map((found) => ({
      passage: passage.key,
      ...found,
      ground: suggestedGround(found.kind),
      replacement: replacementFor(found, passage.text, input.people),
    })),
  );
}

/** A passage with what has a form in it, and its text with that, places and organisations blanked. */
type Opened = RedactionPassage & { numbers: Found[]; open: string };

type Finders = {
  seen: Seen;
  told: (text: string) => Found[];
  publicly: (text: string) => Place[];
  letters: ReadonlySet<string>;
  always: RegExp | null;
  never: RegExp | null;
};

/** What the whole document shows. Names found with certainty once are known everywhere else in it. */
function whatIsSeen(passages: readonly Opened[], { people }: RedactionInput, known: readonly NameParts[]): Seen {
  const small = new Set<string>();
  for (const { text } of passages) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}@.])\p{Ll}[\p{L}\p{M}-]*/gu)) small.add(word);
  }
  const names = new Set<string>(known.flatMap(({ first }) => (first === '' ? [] : [folded(first)])));
  const publicNames = people.filter(({ isPublic }) => isPublic).flatMap(({ name }) => folded(name).split(/\s+/u));
  for (const { open } of passages) {
    for (const candidate of candidatesIn(open, { small, names })) {
      const own = candidate.words.filter(({ sort }) => sort !== 'particle');
      if (!candidate.isSure || own.length < 2) continue;
      for (const { text: word, sort } of own) {
        const name = folded(word.replace(/\.$/u, ''));
        if (sort !== 'initial' && name.length > 2 && !publicNames.includes(name) && !small.has(name)) names.add(name);
      }
    }
  }
  return { small, names };
}

/** An organisation that bears exactly the name of somebody who is known protects nobody. */
function organisationsOf({ organisations, people }: RedactionInput): string[] {
  const names = new Set(people.map(({ name }) => folded(name.trim())));
  return [...organisations, ...people.map(({ organisation }) => organisation)].filter(
    (name) => !names.has(folded(name.trim())),
  );
}

function findIn({ text, open, numbers, holds }: Opened, finders: Finders): Found[] {
  const { seen, told, publicly, letters, always, never } = finders;
  const listed = placesOf(always, text).map((place) => ({ ...place, kind: 'listed' as const }));
  const nobody = blanked(open, publicly(text));
  const candidates = spreadOverLists(nobody, candidatesIn(nobody, seen), seen);
  const guessed = candidates.flatMap(({ start, end, isSure }) =>
    isSure ? [{ start, end, kind: 'name' as const }] : [],
  );
  const cells = holds === 'people' ? findInCell(nobody, letters) : [];
  const kept = placesOf(never, text);
  return joined([
    ...listed,
    ...numbers.filter((found) => !kept.some((place) => place.start <= found.start && place.end >= found.end)),
    ...withPossession(text, [...told(nobody), ...guessed, ...cells]),
  ]);
}

/** The s of possession goes with a name: it would tell that somebody was named where an organisation stands now. */
const withPossession = (text: string, found: readonly Found[]): Found[] =>
  found.map((one) => {
    const tail = /^['’]s?(?!\p{L})/u.exec(text.slice(one.end));
    return tail === null ? one : { ...one, end: one.end + tail[0].length };
  });

/** What overlaps becomes one mark, of the kind that was found first; names that touch become one too. */
function joined(found: readonly Found[]): Found[] {
  const result: Found[] = [];
  for (const one of found) {
    let whole = { ...one };
    for (const other of result.filter((place) => overlaps(place, one))) {
      whole = { start: Math.min(whole.start, other.start), end: Math.max(whole.end, other.end), kind: other.kind };
      result.splice(result.indexOf(other), 1);
    }
    result.push(whole);
  }
  return result.sort((a, b) => a.start - b.start);
}
