import type { GroundCode, MarkKind } from '#app/modules/redaction/ground.ts';

/** What the desk shows; the query answers in this shape. */
export type ShownState = 'found' | 'accepted' | 'rejected';

export type ShownPiece = {
  text: string;
  mark: { id: string; group: number; state: ShownState; instead: string } | null;
};

export type ShownGroup = {
  number: number;
  word: string;
  kind: MarkKind;
  ground: GroundCode;
  replacement: string;
  open: number;
  places: { id: string; passage: string; before: string; after: string; state: ShownState }[];
};
