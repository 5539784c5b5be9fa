import type { Instant } from '#app/kernel/instant.ts';
import type { DatedTerm } from './objection-term.ts';

/** A row of the terms, for who works with them; names of colleagues are in it. */
export type ObjectionTermRow = DatedTerm & {
  id: string;
  weeks: number | null;
  how: string;
  howEn: string;
  source: string;
  isToConfirm: boolean;
  reason: string;
  /** Null: filled in when the programme began. */
  authorName: string | null;
  at: Instant;
};
