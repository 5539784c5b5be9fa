import type { Instant } from '#app/kernel/instant.ts';
import type { InvariantName } from './invariant.ts';

/** One check of the ledger. */
export type CheckRun = {
  id: string;
  checkedAt: Instant;
  /** Milliseconds. */
  lastedMs: number;
  entries: number;
  rules: number;
  brokenRules: number;
  newViolations: number;
};

export type RuleView = {
  name: InvariantName;
  /** What breaks it now, as `<table>/<id, code or number>`, and since which check; empty: it holds. */
  violations: readonly { offender: string; since: Instant }[];
};

/** What was broken, and found whole again by a later check. */
export type MendedView = { name: InvariantName; offender: string; since: Instant; goneAt: Instant };

/** What the check of the ledger found, for administrators and the controlegroep. Offenders are ids, never names. */
export type LedgerControlView = {
  /** The newest first; empty: not checked yet. */
  runs: readonly CheckRun[];
  /** The newest is older than it should be: the worker stands still. */
  isLate: boolean;
  /** Every invariant in a fixed order. */
  rules: readonly RuleView[];
  /** The newest first. */
  mended: readonly MendedView[];
};
