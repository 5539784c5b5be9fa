/** What detection reads and what it finds. Pure: it knows passages and names, and nothing of meetings. */
import type { GroundCode, MarkKind } from './ground.ts';

/** `holds` people: a cell that says who does something, in which every word can be a name. */
export type RedactionPassage = { key: string; text: string; holds?: 'people' };

/** Somebody of whom it is known that they can be in the text. Who is public by name (a chair) is not marked. */
export type KnownPerson = { name: string; organisation: string; isPublic: boolean };

/** The editor's own list: words that are always marked, and words that never are. */
export type WordList = { always: readonly string[]; never: readonly string[] };

export type RedactionInput = {
  passages: readonly RedactionPassage[];
  people: readonly KnownPerson[];
  organisations: readonly string[];
  list: WordList;
};

/** One place in a passage, in UTF-16 units, that has to go, and what comes instead of it. */
export type Mark = {
  passage: string;
  start: number;
  end: number;
  kind: MarkKind;
  ground: GroundCode;
  /** An organisation, "bewoner", or empty: then a block with the ground stands there. */
  replacement: string;
};

/** A place found in one text. */
export type Found = { start: number; end: number; kind: MarkKind };

export const overlaps = (one: { start: number; end: number }, other: { start: number; end: number }) =>
  one.start < other.end && other.start < one.end;

/** A text in which what is settled already is blanked, of the same length: later patterns cannot run across it. */
export function blanked(text: string, places: readonly { start: number; end: number }[]): string {
  let result = text;
  for (const { start, end } of places) {
    result = result.slice(0, start) + '\uE000'.repeat(end - start) + result.slice(end);
  }
  return result;
}
