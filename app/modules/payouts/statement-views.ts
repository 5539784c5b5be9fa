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

export type StatementsPage = {
  statements: StatementView[];
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

export type ItemProposal = {
  id: string;
  line: MatchCandidate;
  note: string;
  proposedBy: string;
  proposedAt: Instant;
  isMine: boolean;
};

export type ItemPage = {
  item: WaitingItem;
  statementId: string;
  account: string;
  candidates: MatchCandidate[];
  proposal: ItemProposal | null;
  mayWork: boolean;
};
