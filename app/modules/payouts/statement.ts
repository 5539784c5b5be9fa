import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';

/** What a bank says happened on one account in a period: a `Stmt` of camt.053, in euros, booked entries only. */
export type BankStatement = {
  messageId: string;
  statementId: string;
  /** The number that the bank gives its statements of this account. */
  sequence: string | null;
  iban: string;
  from: CalendarDate | null;
  until: CalendarDate | null;
  /** What was on the account; below zero is a debt to the bank. */
  opening: Cents | null;
  closing: Cents | null;
  entries: StatementEntry[];
  /** Entries that the bank has announced but not booked; they come again once they are. */
  notBooked: number;
};

export type Direction = 'credit' | 'debit';

/** One booking on the account: it can be one payment, or a whole batch as one sum. */
export type StatementEntry = {
  /** The bank's own reference of the booking: the same in every statement in which it stands. */
  reference: string | null;
  amount: Cents;
  direction: Direction;
  bookedOn: CalendarDate;
  /** True where the bank takes back a booking of its own. */
  reversal: boolean;
  /** The batch that was booked as one sum, as far as the bank says so. */
  batch: { messageId: string | null; paymentInformationId: string | null; count: number | null } | null;
  details: StatementDetail[];
  text: string | null;
};

/** One payment behind a booking. */
export type StatementDetail = {
  endToEndId: string | null;
  /** The bank's own reference of this payment. */
  reference: string | null;
  paymentInformationId: string | null;
  /** Null where the bank does not say it in euros. */
  amount: Cents | null;
  direction: Direction;
  /** ISO code of why a payment came back (AC04: account closed), or `unstated` where the bank only says that it did. */
  returnReason: string | null;
  counterparty: { name: string | null; iban: string | null };
  text: string | null;
};

/** Why a file is not taken in; each has words that say what to do. */
export type StatementRefusal =
  | 'empty'
  | 'compressed'
  | 'not-xml'
  | 'truncated'
  | 'too-large'
  | 'too-complex'
  | 'declares-entities'
  | 'encoding-unknown'
  | 'encoding-broken'
  | 'wrong-namespace'
  | 'no-statement'
  | 'account-missing'
  | 'wrong-currency'
  | 'amount-wrong'
  | 'date-wrong'
  | 'field-missing'
  | 'balance-off';

export type StatementFile = {
  /** Of the bytes as they came, so that the same file is known again. */
  sha256: string;
  bytes: number;
  statements: BankStatement[];
};

export type StatementLimits = { bytes: number; nodes: number; depth: number; entries: number; textLength: number };

/** A day of ten thousand bookings is about 20 MB and 600,000 elements; real ones are some ten levels deep. */
export const statementLimits: StatementLimits = {
  bytes: 60_000_000,
  nodes: 4_000_000,
  depth: 40,
  entries: 100_000,
  textLength: 100_000,
};

/** The two versions of camt.053 that Dutch banks deliver. */
export const statementNamespaces = [
  'urn:iso:std:iso:20022:tech:xsd:camt.053.001.02',
  'urn:iso:std:iso:20022:tech:xsd:camt.053.001.08',
] as const;
