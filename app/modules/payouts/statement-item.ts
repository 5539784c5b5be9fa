import { isValidIBAN } from 'ibantools';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import { maskedIban } from '#app/modules/bank/iban.ts';
import type { BatchState, LineState, Rail } from './batch.ts';
import type { Direction } from './statement.ts';

/** What a booking says that can be about a line or a batch. */
export type BankItem = {
  id: string;
  /** Account on whose statement it stands. */
  iban: string;
  bookedOn: CalendarDate;
  direction: Direction;
  amount: Cents;
  /** Ours; empty: none, or of somebody else. */
  endToEndId: string;
  /** Id of the batch that was booked as one sum, where it is ours. */
  batchMark: string;
  batchCount: number | null;
  /** Empty: it does not say that it came back. */
  returnReason: string;
  reversal: boolean;
  /** Mark of the account that got the money; empty: the bank does not say, or this was judged when it was taken in. */
  payeeMark: string;
};

/**
 * Why a booking waits for somebody to look at it. `other-money`: not about what we pay, as far as we see · `id-unknown`: an id
 * as ours are, that we do not have · `other-account`: of a batch from another account · `other-payee`: paid to
 * another account than that of the line, so the file was changed on its way to the bank · `wrong-amount` · `paid-already`,
 * `returned-already`: known from another booking · `line-ended`: was put back or left out · `not-sent`: the batch was not sent ·
 * `return-early`: came back before we heard that it was paid · `return-unknown`: came back, we do not see of whom ·
 * `credit-unexplained`: our id, and not said that it came back · `batch-differs`: another sum or number of payments than is open ·
 * `parts-differ`: the payments of a booking do not add up to it · `reversal`: the bank takes back a booking of its own ·
 * `booked-early`: on a day before the batch went to the bank · `booked-ahead`: on a day that did not come yet ·
 * `returned`: came back, and waits for a second treasurer · `batch-returned`: the same of a whole batch in one booking ·
 * `batch-return-differs`: a whole batch came back, and the sum is another than what was paid of it
 */
export const waitingReasons = [
  'other-money',
  'id-unknown',
  'other-account',
  'other-payee',
  'wrong-amount',
  'paid-already',
  'returned-already',
  'line-ended',
  'not-sent',
  'return-early',
  'return-unknown',
  'credit-unexplained',
  'batch-differs',
  'parts-differ',
  'reversal',
  'booked-early',
  'booked-ahead',
  'returned',
  'batch-returned',
  'batch-return-differs',
] as const;

export type WaitingReason = (typeof waitingReasons)[number];

export type LineFact = {
  id: string;
  batchId: string;
  amount: Cents;
  state: LineState;
  batchState: BatchState;
  rail: Rail;
  /** Account from which the batch was paid; null: not by a bank. */
  iban: string | null;
  /** Day on which the batch went to the bank; null: it did not. */
  sentOn: CalendarDate | null;
  /** Mark of the account to which it goes; empty: erased. */
  payeeMark: string;
};

/** What a booking does to a line; else why it waits. */
export type Judged = 'settles' | 'returns' | WaitingReason;

/**
 * @param line the line with the id of the booking, as it is now
 * @param today no bank books ahead of it
 */
export function judgeLine(item: BankItem, line: LineFact | undefined, today: CalendarDate): Judged {
  if (item.endToEndId === '') return withoutLine(item);
  if (line === undefined) return 'id-unknown';
  // before all that can change: who got the money is not kept, so it is judged once
  if (wentElsewhere(item, line)) return 'other-payee';
  const apart = apartFrom(item, { ...line, state: line.batchState }, today);
  if (apart !== null) return apart;
  if (line.amount !== item.amount) return 'wrong-amount';
  return item.direction === 'debit' ? judgeDebit(item, line.state) : judgeCredit(item, line.state);
}

/** Why a booking cannot be of a batch at all: it is not at the bank, at another one, or was not yet on that day. */
function apartFrom(
  item: BankItem,
  { state, rail, iban, sentOn }: Pick<BatchFact, 'state' | 'rail' | 'iban' | 'sentOn'>,
  today: CalendarDate,
): WaitingReason | null {
  if (rail !== 'sepa' || iban === null || sentOn === null || !['sent', 'settled'].includes(state)) return 'not-sent';
  if (iban !== item.iban) return 'other-account';
  if (item.bookedOn < sentOn) return 'booked-early';
  return item.bookedOn > today ? 'booked-ahead' : null;
}

/** Of money that comes back banks name all kinds of accounts. */
function wentElsewhere({ direction, payeeMark }: BankItem, line: LineFact): boolean {
  return direction === 'debit' && payeeMark !== '' && line.payeeMark !== '' && payeeMark !== line.payeeMark;
}

function withoutLine(item: BankItem): WaitingReason {
  return item.direction === 'credit' && item.returnReason !== '' ? 'return-unknown' : 'other-money';
}

function judgeDebit({ reversal }: BankItem, state: LineState): Judged {
  if (reversal) return 'reversal';
  if (state === 'open') return 'settles';
  return state === 'settled' || state === 'returned' ? 'paid-already' : 'line-ended';
}

function judgeCredit({ reversal, returnReason }: BankItem, state: LineState): Judged {
  if (!reversal && returnReason === '') return 'credit-unexplained';
  if (state === 'settled') return 'returns';
  if (state === 'open') return 'return-early';
  return state === 'returned' ? 'returned-already' : 'line-ended';
}

/** What is open of a batch that a bank booked as one sum, and what was paid of it and did not come back. */
export type BatchFact = {
  state: BatchState;
  rail: Rail;
  iban: string | null;
  sentOn: CalendarDate | null;
  open: readonly Cents[];
  settled: readonly Cents[];
};

/**
 * A batch booked as one sum pays all that is open of it or gives back all that was paid, or nothing: then somebody looks which
 * payment is missing.
 */
export function judgeBatch(item: BankItem, batch: BatchFact | undefined, today: CalendarDate): Judged {
  if (batch === undefined) return 'id-unknown';
  const apart = apartFrom(item, batch, today);
  if (apart !== null) return apart;
  if (item.direction === 'credit') return isWhole(item, batch.settled) ? 'returns' : 'batch-return-differs';
  if (item.reversal) return 'reversal';
  if (batch.open.length === 0) return 'paid-already';
  return isWhole(item, batch.open) ? 'settles' : 'batch-differs';
}

function isWhole({ amount, batchCount }: BankItem, parts: readonly Cents[]): boolean {
  const sum = parts.reduce<number>((total, part) => total + part, 0);
  return parts.length > 0 && sum === amount && (batchCount === null || batchCount === parts.length);
}

/** Stands with a proposal of the bank itself, where else somebody writes how they know; the page says it in words. */
export const saidByTheBank = 'afschrift';

/** Where a line says which booking paid it or gave it back. */
export function markOfItem(itemId: string): string {
  return `statement:${itemId}`;
}

/** As accounts are shown everywhere: enough to find the booking in the bank's own pages. */
export function maskOf(iban: string): string {
  return maskedIban({ country: iban.slice(0, 2), lastFour: iban.slice(-4) });
}

/** Where a number may begin, also behind letters and with what banks write between its groups. */
const maybeIban = /(?=([A-Z]{2}(?:[ .-]?\d){2}(?:[ .-]?[A-Z0-9]){11,30}))/gi;

/**
 * A text without the account numbers in it, also where letters are glued to them. What checks as a number is masked whole; what
 * looks like one and does not check (a slip of the pen) too, from where it stands by itself.
 */
export function withoutIbans(text: string): string {
  let masked = '';
  let done = 0;
  for (const { index, 1: run = '' } of text.matchAll(maybeIban)) {
    if (index < done) continue;
    const length = ibanLength(run) ?? (/[A-Z0-9]/i.test(text[index - 1] ?? '') ? null : looseLength(run));
    if (length === null) continue;
    masked += text.slice(done, index) + maskOf(plain(run.slice(0, length)));
    done = index + length;
  }
  return masked + text.slice(done);
}

const plain = (text: string) => text.replaceAll(/[ .-]/g, '').toUpperCase();

/** How many characters of this are a number that checks; null: none. */
function ibanLength(run: string): number | null {
  for (let length = run.length; length >= 15; length -= 1)
    if (/[A-Z0-9]$/i.test(run.slice(0, length)) && isValidIBAN(plain(run.slice(0, length)))) return length;
  return null;
}

/** The shape of a number in one piece or in groups of four, of which the check does not hold. */
function looseLength(run: string): number | null {
  return /^[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/i.exec(run)?.[0].length ?? null;
}

/** Why payments come back most, in the codes of ISO 20022; each has words (`statements:returnCode.<code>`). */
const returnCodes = ['AC01', 'AC04', 'AC06', 'AG01', 'BE01', 'MD07', 'MS02', 'MS03', 'RC01'] as const;

export type ReturnCode = (typeof returnCodes)[number];

export function isReturnCode(text: string): text is ReturnCode {
  return (returnCodes as readonly string[]).includes(text);
}
