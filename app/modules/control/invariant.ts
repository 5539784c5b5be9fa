/**
 * What must always be true of the ledger and the registers, whatever happened. The database refuses what would break these;
 * the check looks whether they hold all the same, as a bookkeeper counts the till. Each has a sentence in the texts
 * (`control:rule.<name>`).
 */
export const invariantNames = [
  'entries-balance',
  'balances-add-up',
  'days-add-up',
  'promises-add-up',
  'accounts-above-floor',
  'days-above-floor',
  'accounts-belong',
  'within-one-source',
  'openings-from-outside',
  'overprogramming-stated',
  'commitments-have-grant',
  'grants-have-commitment',
  'within-commitment',
  'payments-have-commitment',
  'two-persons',
  'changes-have-entry',
  'entries-have-change',
  'corrections-undo',
  'numbers-without-gaps',
  'receipts-recompute',
  'not-in-future',
  'donut-splits-add-up',
  'donut-decisions-follow',
  'batches-add-up',
  'statements-match-ledger',
  'record-in-log',
  'log-as-signed',
  'rows-as-published',
  'days-as-published',
  'votes-as-published',
] as const;

export type InvariantName = (typeof invariantNames)[number];

export function isInvariantName(text: string): text is InvariantName {
  return (invariantNames as readonly string[]).includes(text);
}

/** What a check found of one invariant. */
export type Finding = {
  invariant: InvariantName;
  /** What breaks it, as `<table>/<id, code or number>`, in a fixed order; empty: it holds. At most `mostOffenders`. */
  offenders: readonly string[];
};

/** More than this of one kind says nothing more. */
export const mostOffenders = 200;

/** The worker checks every hour; after this many minutes without a check something stands still. */
export const minutesUntilLate = 180;
