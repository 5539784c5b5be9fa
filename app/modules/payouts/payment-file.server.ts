import { isValidBIC, isValidIBAN } from 'ibantools';
import { Document } from 'sepa';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { addCents, type Cents } from '#app/kernel/money.ts';
import { accepted, refused, type Outcome, type Refused } from '#app/kernel/outcome.ts';
import {
  mostPaymentCents,
  mostPaymentLines,
  paymentInformationIdOf,
  type PaymentFile,
  type PaymentFileLine,
  type PaymentFileRefusal,
  type WrittenPaymentFile,
} from './payment-file.ts';
import { isSepaId, sepaText } from '#app/modules/bank/sepa-text.ts';

/**
 * Writes a batch as pain.001.001.09 (SEPA credit transfer), with the counts and sums on both levels in exact cents, the
 * costs shared (SLEV) and each payment booked by itself. The names are put in the characters of SEPA.
 * Give the file to `checkPaymentFile` before it goes out.
 * @returns the file, or why it cannot be written; a refusal about a line has its end-to-end id in `detail.line`
 * @throws Error when the library refuses what we found right; its own words hold account numbers and are left out
 */
export function writePaymentFile(file: PaymentFile): Outcome<WrittenPaymentFile, PaymentFileRefusal> {
  const { debtor, lines, messageId } = file;
  if (lines.length === 0) return refused('no-lines');
  if (lines.length > mostPaymentLines) return refused('too-many-lines', { most: mostPaymentLines });
  const paymentInformationId = paymentInformationIdOf(messageId);
  if (!isSepaId(paymentInformationId)) return refused('message-id-unfit');
  const debtorName = sepaText(debtor.name, 70);
  const debtorBic = debtor.bic ?? '';
  if (debtorName === null || !isValidIBAN(debtor.iban) || (debtorBic !== '' && !bicFits(debtorBic, debtor.iban)))
    return refused('debtor-unfit');
  const wrong = firstUnfit(lines);
  if (wrong !== null) return wrong;

  const total = addCents(...lines.map(({ amount }) => amount));
  const document = new Document('pain.001.001.09');
  document.grpHdr.id = messageId;
  document.grpHdr.created = wallClock(file.createdAt);
  document.grpHdr.initiatorName = debtorName;
  const batch = document.createPaymentInfo();
  // a statement then names who got each payment, so that an account that was changed in the file is seen
  batch.batchBooking = false;
  batch.requestedExecutionDate = noonOf(file.executeOn);
  batch.debtorName = debtorName;
  batch.debtorIBAN = debtor.iban;
  batch.debtorBIC = debtorBic;
  document.addPaymentInfo(batch);
  // the library makes ids of its own; ours are known before the file is
  batch.id = paymentInformationId;
  for (const line of lines) {
    const payment = batch.createTransaction();
    payment.end2endId = line.endToEndId;
    payment.amount = euros(line.amount);
    payment.creditorName = sepaText(line.holder, 70) ?? '';
    payment.creditorIBAN = line.iban;
    payment.remittanceInfo = sepaText(line.text, 140) ?? '';
    batch.addTransaction(payment);
    payment.id = line.endToEndId;
  }
  // the library adds up euros as floating numbers, which drift; the sum of the cents is exact
  batch.normalize = () => {
    batch.controlSum = euros(total);
  };
  return accepted({ xml: written(document), paymentInformationId, count: lines.length, total });
}

function written(document: Document): string {
  try {
    return document.toString();
  } catch {
    throw new Error('the payment file could not be written');
  }
}

function firstUnfit(lines: readonly PaymentFileLine[]): Refused<PaymentFileRefusal> | null {
  const seen = new Set<string>();
  for (const { endToEndId, amount, iban, holder, text } of lines) {
    const line = endToEndId;
    if (!isSepaId(endToEndId)) return refused('line-id-unfit');
    if (seen.has(endToEndId)) return refused('line-id-twice', { line });
    seen.add(endToEndId);
    if (!Number.isSafeInteger(amount) || amount < 1 || amount > mostPaymentCents)
      return refused('line-amount-unfit', { line });
    if (!isValidIBAN(iban)) return refused('line-iban-unfit', { line });
    if (sepaText(holder, 70) === null) return refused('line-holder-unfit', { line });
    if (sepaText(text, 140) === null) return refused('line-text-unfit', { line });
  }
  return null;
}

function bicFits(bic: string, iban: string): boolean {
  return isValidBIC(bic) && bic.slice(4, 6) === iban.slice(0, 2);
}

/** Only for the library, which writes it with two decimals again: of whole cents below 2^46 euro that loses nothing. */
function euros(amount: Cents): number {
  return amount / 100;
}

/** The library writes the day that the machine's clock shows for a moment: this is noon of that day on that clock. */
function noonOf(day: CalendarDate): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

const amsterdam = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A moment at which the machine's clock shows what the clock in Amsterdam shows at `moment`. */
function wallClock(moment: Instant): Date {
  return new Date(amsterdam.format(moment).replace(' ', 'T'));
}
