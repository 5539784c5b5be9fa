import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { MaskedAccount } from '#app/modules/bank/iban.ts';
import type { WaitingReason } from './statement-item.ts';
import type { Direction } from './statement.ts';

export type StatementView = {
  id: string;
  /** The bank's own id, and the account of the programme that it is of. */
  statementId: string;
  account: string;
  from: CalendarDate | null;
  until: CalendarDate | null;
  opening: Cents | null;
  closing: Cents | null;
  bookings: number;
  /** Bookings that an earlier statement told already, that paid a line or batch, that came back, and that still wait. */
  known: number;
  paid: number;
  cameBack: number;
  waiting: number;
  importedBy: string;
  importedAt: Instant;
};

/** A booking in the worklist. Who is on the other side: for treasurers and the controlegroep only. */
export type WaitingItem = {
  id: string;
  bookedOn: CalendarDate;
  direction: Direction;
  amount: Cents;
  reason: WaitingReason;
  counterparty: string;
  /** Masked. */
  counterAccount: string;
  text: string;
  /** ISO code; empty: it does not say that it came back. */
  returnReason: string;
  /** Number of the batch that the booking names, where it names one of ours. */
  batchNumber: string | null;
  /** The line that it names, where it names one of ours. */
  line: { batchNumber: string; position: number; amount: Cents } | null;
  hasProposal: boolean;
};

/** A statement that is missing between two others. */
export type StatementGap = { account: string; before: string; closing: Cents; after: string; opening: Cents };

export type StatementsPage = {
  statements: StatementView[];
  /** The newest first. */
  gaps: StatementGap[];
  /** The oldest bookings first. */
  items: WaitingItem[];
  waiting: number;
  page: number;
  pageCount: number;
  mayWork: boolean;
};

/** A line that a booking could be of: the same amount, from the same account. */
export type MatchCandidate = {
  lineId: string;
  batchNumber: string;
  position: number;
  name: string;
  account: MaskedAccount | null;
};

/** A batch that a booking could give back: the same sum, from the same account. */
export type BatchCandidate = { batchId: string; batchNumber: string; people: number };

export type ItemProposal = {
  id: string;
  /** The line or batch; both null: nothing has to be done with it here. */
  line: MatchCandidate | null;
  batch: BatchCandidate | null;
  note: string;
  /** The bank names it itself. */
  byTheBank: boolean;
  proposedBy: string;
  proposedAt: Instant;
  isMine: boolean;
  /** Somebody else has to confirm it: who proposed it, and of what came back who took the statement in. */
  mayConfirm: boolean;
};

export type ItemPage = {
  item: WaitingItem;
  statementId: string;
  account: string;
  candidates: MatchCandidate[];
  batches: BatchCandidate[];
  proposal: ItemProposal | null;
  mayWork: boolean;
};
