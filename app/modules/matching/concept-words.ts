import { concepts } from './concepts.ts';

/** A word of `concepts.ts` with its stem and group. */
export type ConceptStem = { stem: string; concept: string };

/** All words of all groups, to ask their stems for. */
export const conceptWords: readonly { word: string; concept: string }[] = Object.entries(concepts).flatMap(
  ([concept, words]) => words.flatMap((word) => (word.includes(' ') ? [] : [{ word, concept }])),
);

/** Letters that an end or beginning must have to count within a longer word, or "les" would be in "alles". */
const shortestEnd = 4;
const shortestBeginning = 6;

/** The stems and, marked with `=`, the groups that they belong to; each once, in alphabetical order. */
export function withConcepts(stems: readonly string[], known: readonly ConceptStem[]): string[] {
  const words = new Set(stems);
  for (const stem of stems)
    for (const { stem: part, concept } of known)
      if (
        stem === part ||
        (part.length >= shortestEnd && stem.length >= part.length + 3 && stem.endsWith(part)) ||
        (part.length >= shortestBeginning && stem.length >= part.length + 3 && stem.startsWith(part))
      )
        words.add(`=${concept}`);
  return [...words].sort();
}
