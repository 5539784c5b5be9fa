import type { Instant } from '#app/kernel/instant.ts';
import type { LeafRecord } from './leaf-record.ts';

export type LeafKind = LeafRecord['kind'];

/** Who reads a log must know its name and keys; `keys` is the text of the list (`parseKeyRing`). */
export type TrustedLog = { origin: string; keys: string };

/**
 * How something published stands in the log. `waiting`: put in, and signed within a minute. `erased`: what the leaf is of can no
 * longer be found out.
 */
export type InLogView =
  | { state: 'none' }
  | { state: 'waiting' | 'erased' }
  | { state: 'in-log'; index: number; recordedAt: Instant; size: number; signedAt: Instant; log: TrustedLog };

export type LeafView = {
  index: number;
  kind: LeafKind;
  /** Number or day of what it is of. */
  subject: string;
  recordedAt: Instant;
  isErased: boolean;
};

/** The log, for its own page. Null: nothing was signed yet. */
export type LogView = {
  size: number;
  signedAt: Instant;
  /** The note as it was signed. */
  note: string;
  log: TrustedLog;
  keys: { key: string; from: number; through: number | null }[];
  counts: Record<LeafKind, number>;
  /** The newest first. */
  recent: LeafView[];
} | null;
