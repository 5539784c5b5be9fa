import type { PublishedDecision } from './published.ts';
import type { RecomputedLine } from './recomputed-line.ts';

export type RoundFinding =
  | { kind: 'round-rank'; round: string; published: number | null; computed: number | null }
  | { kind: 'round-order'; round: string; other: string }
  | { kind: 'round-money'; round: string; published: string; computed: string | null }
  | { kind: 'round-differs'; round: string; other: string; what: 'criteria' | 'money' | 'entries' };

export type NamedText = { name: string; text: string };

/** What is wrong with one file, or with files beside each other; notes are no mistakes. */
export type Finding = { file: string; number: string | null } & (
  | { kind: 'not-json' }
  | { kind: 'not-a-decision'; field: string }
  | { kind: 'receipt'; listed: string; found: string }
  | { kind: 'receipt-not-listed' }
  | { kind: 'cannot-be'; problem: string }
  | { kind: 'line'; line: RecomputedLine }
  | { kind: 'grant-below-minimum' | 'objection-unmet' | 'published-before-taken' | 'number-of-other-year' }
  | { kind: 'twice' | 'replaced-twice'; other: string }
  | { kind: 'replaces-later'; other: string }
  | RoundFinding
);

export type Note = { file: string; number: string | null } & (
  | { kind: 'other-layout' }
  | { kind: 'replaced'; by: string }
  | { kind: 'nothing-to-compute' }
  | { kind: 'recount-is-proof'; vote: string; attempt: number }
  | { kind: 'no-receipts' }
  | { kind: 'not-here'; numbers: string }
  | { kind: 'round-incomplete'; round: string; here: number; entries: number }
);

export type CheckedFile = { file: string; publication: PublishedDecision; receipt: string };

export type FilesReport = { checked: CheckedFile[]; findings: Finding[]; notes: Note[] };
