import { createHash } from 'node:crypto';
import { newId } from '#app/kernel/ids.ts';
import { cents } from '#app/kernel/money.ts';
import { batchNumberOf } from './payment-file.ts';
import { signed } from './statement-fields.ts';
import { maskOf, withoutIbans, type BankItem, type WaitingReason } from './statement-item.ts';
import type { BankStatement, StatementDetail, StatementEntry } from './statement.ts';

/** An item with what is kept of it while it waits. */
export type NewItem = BankItem & {
  /** The same in every statement that tells this booking; null where the bank gives it no reference. */
  bookingKey: string | null;
  counterparty: string;
  counterAccount: string;
  text: string;
  /** Whole number of who got it, where the bank says so; kept nowhere. */
  payeeIban: string | null;
  /** Set where the booking contradicts itself, so that nothing can be matched. */
  fault: WaitingReason | null;
};

const ours = /^V[0-9a-f]{32}$/;

/** Of everything that a statement says about money; the message that it came in is left out. */
export function fingerprintOf({ messageId: _, ...statement }: BankStatement): string {
  return digest(statement);
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/**
 * The bookings of a statement as items: the payments behind a booking one by one where the bank tells what each was, else the
 * booking as a whole. Nothing is left out.
 */
export function itemsOf(statement: BankStatement): NewItem[] {
  const seen = new Map<string, number>();
  return statement.entries.flatMap((entry) => {
    const key = entry.reference === null ? null : digest([statement.iban, entry]);
    // a bank that books the same twice on a day with one reference means two bookings
    const turn = key === null ? 0 : (seen.get(key) ?? 0);
    if (key !== null) seen.set(key, turn + 1);
    return itemsOfEntry(entry).map((item, part) => ({
      ...item,
      id: newId(),
      iban: statement.iban,
      bookedOn: entry.bookedOn,
      reversal: entry.reversal,
      payeeMark: '',
      bookingKey: key === null ? null : `${key}:${turn}:${part}`,
    }));
  });
}

type ItemPart = Omit<NewItem, 'id' | 'iban' | 'bookedOn' | 'reversal' | 'payeeMark' | 'bookingKey'>;

function itemsOfEntry(entry: StatementEntry): ItemPart[] {
  const { details, batch } = entry;
  const hasIds = details.some(({ endToEndId }) => endToEndId !== null && ours.test(endToEndId));
  if (details.length === 0 || (!hasIds && (batch !== null || details.length > 1))) return [wholeEntry(entry, null)];
  const amounts = details.map(({ amount, direction }) => (amount === null ? null : signed(amount, direction)));
  const sum = amounts.reduce<number | null>(
    (total, amount) => (total === null || amount === null ? null : total + amount),
    0,
  );
  // a bank that leaves out amounts, or part of the payments, can still have booked a whole batch
  if (sum !== signed(entry.amount, entry.direction)) return [wholeEntry(entry, 'parts-differ')];
  return details.map((detail) => itemOfDetail(detail, entry));
}

function itemOfDetail(detail: StatementDetail, { text, batch: _ }: StatementEntry): ItemPart {
  const { endToEndId, counterparty } = detail;
  const isOurs = endToEndId !== null && ours.test(endToEndId);
  const otherIban = normalIban(counterparty.iban);
  return {
    direction: detail.direction,
    amount: detail.amount ?? cents(0),
    endToEndId: isOurs ? endToEndId : '',
    batchMark: '',
    batchCount: null,
    returnReason: detail.returnReason ?? '',
    counterparty: nameOf(counterparty.name),
    counterAccount: otherIban === null ? '' : maskOf(otherIban),
    payeeIban: detail.direction === 'debit' && isOurs ? otherIban : null,
    text: textOf(isOurs ? null : endToEndId, detail.text, text),
    fault: null,
  };
}

/** Banks write numbers with spaces, and the schema allows small letters. */
function normalIban(text: string | null): string | null {
  const iban = text?.replaceAll(/\s/g, '').toUpperCase() ?? '';
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) ? iban : null;
}

function wholeEntry(entry: StatementEntry, fault: WaitingReason | null): ItemPart {
  const { batch, details, direction, amount, text } = entry;
  const mark = [batch?.paymentInformationId, batch?.messageId].find(
    (one) => typeof one === 'string' && batchNumberOf(one) !== null,
  );
  return {
    direction,
    amount,
    endToEndId: '',
    batchMark: mark ?? '',
    batchCount: batch?.count ?? null,
    returnReason: details.find(({ returnReason }) => returnReason !== null)?.returnReason ?? '',
    counterparty: details.length === 1 ? nameOf(details[0]?.counterparty.name ?? null) : '',
    counterAccount: '',
    payeeIban: null,
    text: textOf(mark === undefined ? (batch?.paymentInformationId ?? null) : null, text, details[0]?.text ?? null),
    // the sum of a whole batch can be right all the same
    fault: mark === undefined ? fault : null,
  };
}

/** Some banks write the number of the account in the name. */
function nameOf(name: string | null): string {
  return withoutIbans(name ?? '').slice(0, 140);
}

function textOf(...parts: readonly (string | null)[]): string {
  return withoutIbans(parts.filter((part) => part !== null && part !== '').join(' · ')).slice(0, 300);
}
