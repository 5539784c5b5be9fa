import type { Election } from '../election.ts';

export type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** A vote as a Pabulib file has it: every key, column and row that was there, in its order. */
export type PabulibFile = {
  readonly meta: readonly (readonly [key: string, value: string])[];
  readonly projects: Table;
  readonly votes: Table;
};

/** The vote in a file, ready to be counted. */
export type PabulibVote = {
  readonly file: PabulibFile;
  readonly election: Election;
  /** Places of the projects that the file says won; null when it does not say. */
  readonly selected: readonly number[] | null;
  /** What the file says in other words than ballots, and that they do not bear out. */
  readonly doubts: readonly Mistake[];
};

export type MistakeKind =
  | 'no-section'
  | 'outside-section'
  | 'section-twice'
  | 'no-column'
  | 'column-twice'
  | 'wrong-fields'
  | 'key-twice'
  | 'no-key'
  | 'empty-file'
  | 'no-text'
  | 'no-budget'
  | 'vote-type'
  | 'no-id'
  | 'project-twice'
  | 'no-cost'
  | 'no-selected'
  | 'voter-twice'
  | 'no-project'
  | 'chosen-twice'
  | 'more-than-one'
  | 'other-voters'
  | 'other-projects'
  | 'other-votes';

/** What is wrong at a line (counted from 1); `found` is what stands there, or what is missing. */
export type Mistake = { readonly line: number; readonly kind: MistakeKind; readonly found: string };
