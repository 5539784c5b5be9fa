import type { GatheringState } from './gathering.ts';

/** What a note is (`gathering_note_kind`). */
export const noteKinds = ['idea', 'question', 'offer', 'need'] as const;
export type NoteKind = (typeof noteKinds)[number];

/** @throws Error for a word that the database does not know either */
export function noteKind(text: string): NoteKind {
  const found = noteKinds.find((kind) => kind === text);
  if (found === undefined) throw new Error(`no kind of a note: ${text}`);
  return found;
}

/** Longest and shortest texts, in characters (`gathering_note_text`). */
export const longestNote = { text: 400, byline: 60, pile: 80, reason: 300 } as const;
export const shortestNote = { text: 2, pile: 1, reason: 3 } as const;

/** Notes of one seat in a minute: more is no writing but a stuck phone, or somebody who fills the wall. */
export const notesPerMinute = 10;

/** Piles on one wall: more is no order. */
export const mostPiles = 40;

/** Portfolios that one note can go with. */
export const mostAttached = 3;

/** A note as everybody in the room sees it. Who wrote it is nowhere in it. */
export type WallNote = {
  id: string;
  kind: NoteKind;
  text: string;
  /** What the writer put under it; empty: nothing. */
  byline: string;
  pileId: string | null;
  portfolios: { slug: string; name: string }[];
  /** ISO 8601. */
  writtenAt: string;
  revision: number;
};

/** A note as who runs it or helps sees it. */
export type WorkNote = WallNote & {
  /** Typed over from paper. */
  isPaper: boolean;
};

/** What was hidden and why. */
export type HiddenNote = { id: string; kind: NoteKind; text: string; reason: string; revision: number };

export type WallPile = { id: string; name: string; position: number; revision: number };

export type Wall = {
  /** Number of the last change that is in it, or an earlier one: from here a screen follows. */
  since: number;
  notes: WallNote[];
  piles: WallPile[];
};

/** Who takes part writes from when they are in until it is closed (`gathering_wall_closed`). */
export function isWallOpen(state: GatheringState): boolean {
  return state === 'announced' || state === 'begun';
}
