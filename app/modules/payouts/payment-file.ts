import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import { parseBatchNumber, type BatchNumber } from './batch.ts';

/** What goes to the bank as one file: one account pays many people on one day. No address goes along, of anybody. */
export type PaymentFile = {
  /** Unique for ever, in the characters of SEPA and at most 33 of them; banks refuse a file with an id they had before. */
  messageId: string;
  createdAt: Instant;
  debtor: { name: string; iban: string; bic?: string };
  executeOn: CalendarDate;
  lines: readonly PaymentFileLine[];
};

export type PaymentFileLine = {
  /** Comes back in the statement: how a booking finds its line. Unique for ever, at most 35 characters. */
  endToEndId: string;
  amount: Cents;
  iban: string;
  holder: string;
  /** What the recipient reads on the statement, e.g. "Vrijwilligersvergoeding november 2026 V2026-0003". */
  text: string;
};

export type WrittenPaymentFile = {
  xml: string;
  /** The id of the batch within the file, that banks send back where they book the batch as one sum. */
  paymentInformationId: string;
  count: number;
  total: Cents;
};

/** Why no file can be written. `line` in the detail is the end-to-end id; nothing private is in a detail. */
export type PaymentFileRefusal =
  | 'no-lines'
  | 'too-many-lines'
  | 'message-id-unfit'
  | 'debtor-unfit'
  | 'line-id-unfit'
  | 'line-id-twice'
  | 'line-amount-unfit'
  | 'line-iban-unfit'
  | 'line-holder-unfit'
  | 'line-text-unfit';

/** More than that goes in a second batch: the Dutch banks set limits from 25,000 to 100,000 of one file. */
export const mostPaymentLines = 25_000;

/** In SEPA one payment is at most € 999.999.999,99. */
export const mostPaymentCents = 99_999_999_999;

const batchMark = '-1';

/** One file holds one batch, so its id is that of the file with a mark behind it. */
export function paymentInformationIdOf(messageId: string): string {
  return `${messageId}${batchMark}`;
}

/** @returns the number of the batch that a bank means with the id of a file or of its batch; null when it is none of ours */
export function batchNumberOf(mark: string): BatchNumber | null {
  const number = /^(V\d{4}-\d{4,9})-[0-9a-f]{8}(-1)?$/.exec(mark)?.[1];
  return number === undefined ? null : parseBatchNumber(number);
}
