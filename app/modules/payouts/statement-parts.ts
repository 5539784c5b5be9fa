import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import {
  at,
  dayOf,
  dayOfMoment,
  directionOf,
  euroAmount,
  neededEuros,
  neededText,
  signed,
  textAt,
  type Field,
} from './statement-fields.ts';
import { StatementFault } from './statement-fault.ts';
import type { BankStatement, Direction, StatementDetail, StatementEntry } from './statement.ts';

/** The bank's own words can be long; of what nobody needs in full a begin is kept. */
const longestText = 300;

/**
 * Reads a payment behind a booking, in the shapes of versions 2 and 8.
 * @param field a `TxDtls`
 * @param entry the booking around it, as far as it was read: its direction stands before its payments
 */
export function readDetail(field: Field, entry: Field): StatementDetail {
  const direction = directionOf(at(field, 'CdtDbtInd') === null ? entry : field);
  const endToEndId = textAt(field, 35, 'Refs', 'EndToEndId');
  return {
    endToEndId: endToEndId === 'NOTPROVIDED' ? null : endToEndId,
    reference: textAt(field, 35, 'Refs', 'AcctSvcrRef'),
    paymentInformationId: textAt(field, 35, 'Refs', 'PmtInfId'),
    amount: amountOf(field),
    direction,
    returnReason: returnReasonOf(field),
    counterparty: counterpartyOf(field, direction),
    text: remittanceOf(field) ?? textAt(field, longestText, 'AddtlTxInf'),
  };
}

function amountOf(field: Field): Cents | null {
  const amount = at(field, 'Amt') ?? at(field, 'AmtDtls', 'TxAmt', 'Amt') ?? at(field, 'AmtDtls', 'InstdAmt', 'Amt');
  return amount === null ? null : euroAmount(amount);
}

function returnReasonOf(field: Field): string | null {
  const information = at(field, 'RtrInf');
  if (information !== null)
    return textAt(information, 35, 'Rsn', 'Cd') ?? textAt(information, 35, 'Rsn', 'Prtry') ?? 'unstated';
  return isReturn(field) ? 'unstated' : null;
}

/** RRTN in the bank's code of transactions: a credit transfer that came back. */
function isReturn(field: Field): boolean {
  return textAt(field, 4, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') === 'RRTN';
}

/** Who is on the other side: of money that left who got it, of money that came who sent it. */
function counterpartyOf(field: Field, direction: Direction): StatementDetail['counterparty'] {
  const parties = at(field, 'RltdPties');
  if (parties === null) return { name: null, iban: null };
  const other = direction === 'debit' ? 'Cdtr' : 'Dbtr';
  return {
    name: textAt(parties, 140, other, 'Nm') ?? textAt(parties, 140, other, 'Pty', 'Nm'),
    iban: textAt(parties, 34, `${other}Acct`, 'Id', 'IBAN'),
  };
}

function remittanceOf(field: Field): string | null {
  const lines = at(field, 'RmtInf')?.children.filter(({ name }) => name === 'Ustrd') ?? [];
  const text = lines
    .map((line) => line.text.trim())
    .join(' ')
    .trim();
  return text === '' ? textAt(field, longestText, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref') : text.slice(0, longestText);
}

/**
 * Reads a booking.
 * @param details what `readDetail` made of the payments behind it
 * @returns null for what is announced and not booked
 */
export function readEntry(field: Field, details: readonly StatementDetail[]): StatementEntry | null {
  const status = textAt(field, 35, 'Sts', 'Cd') ?? neededText(field, 35, 'Sts');
  if (status !== 'BOOK') return null;
  const amount = neededEuros(field);
  const direction = directionOf(field);
  const bookedOn = dayOf(at(field, 'BookgDt')) ?? dayOf(at(field, 'ValDt'));
  if (bookedOn === null) throw new StatementFault('field-missing', { field: 'Ntry/BookgDt' });
  return {
    reference: textAt(field, 35, 'AcctSvcrRef') ?? (details.length === 1 ? (details[0]?.reference ?? null) : null),
    amount,
    direction,
    bookedOn,
    reversal: ['true', '1'].includes(textAt(field, 5, 'RvslInd') ?? ''),
    batch: batchOf(field, details),
    details: details.map((detail) => ({
      ...detail,
      amount: detail.amount ?? (details.length === 1 ? amount : null),
      returnReason: detail.returnReason ?? (isReturn(field) ? 'unstated' : null),
    })),
    text: textAt(field, longestText, 'AddtlNtryInf'),
  };
}

function batchOf(field: Field, details: readonly StatementDetail[]): StatementEntry['batch'] {
  const batches = field.children.filter(({ name }) => name === 'NtryDtls').flatMap((part) => at(part, 'Btch') ?? []);
  const [batch] = batches;
  if (batch !== undefined) {
    // several batches in one booking say nothing about which sum is whose
    if (batches.length > 1) return null;
    const count = textAt(batch, 15, 'NbOfTxs');
    return {
      messageId: textAt(batch, 35, 'MsgId'),
      paymentInformationId: textAt(batch, 35, 'PmtInfId'),
      count: count !== null && /^\d{1,9}$/.test(count) ? Number(count) : null,
    };
  }
  // some banks name the batch with its payments only
  const named = new Set(details.map(({ paymentInformationId }) => paymentInformationId));
  const [only] = named;
  return named.size === 1 && typeof only === 'string'
    ? { messageId: null, paymentInformationId: only, count: null }
    : null;
}

const ibanShape = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;

/**
 * Reads what a statement says about itself.
 * @param field a `Stmt` without its entries
 * @throws StatementFault also where opening, entries and closing do not add up
 */
export function readStatement(
  field: Field,
  messageId: string,
  entries: StatementEntry[],
  notBooked: number,
): BankStatement {
  const account = textAt(field, 34, 'Acct', 'Id', 'IBAN') ?? textAt(field, 34, 'Acct', 'Id', 'Othr', 'Id');
  const iban = account?.replace(/ /g, '').toUpperCase() ?? '';
  if (!ibanShape.test(iban)) throw new StatementFault('account-missing');
  const currency = textAt(field, 3, 'Acct', 'Ccy') ?? 'EUR';
  if (currency !== 'EUR') throw new StatementFault('wrong-currency', { currency });
  const begin = textAt(field, 40, 'FrToDt', 'FrDtTm');
  const end = textAt(field, 40, 'FrToDt', 'ToDtTm');
  const statement: BankStatement = {
    messageId,
    statementId: neededText(field, 35, 'Id'),
    sequence: textAt(field, 18, 'LglSeqNb') ?? textAt(field, 18, 'ElctrncSeqNb'),
    iban,
    from: begin === null ? (dayOfBalance(field, 'OPBD') ?? dayOfBalance(field, 'CLBD')) : dayOfMoment(begin),
    until: end === null ? dayOfBalance(field, 'CLBD') : dayOfMoment(end),
    opening: balanceOf(field, 'OPBD') ?? balanceOf(field, 'PRCD'),
    closing: balanceOf(field, 'CLBD'),
    entries,
    notBooked,
  };
  return addsUp(statement);
}

/** OPBD: opening, booked. PRCD: what it closed with before. CLBD: closing, booked. Others count no bookings. */
function balanceOf(field: Field, code: BalanceCode): Cents | null {
  const balance = balanceField(field, code);
  return balance === undefined ? null : signed(neededEuros(balance), directionOf(balance));
}

/** A bank that states no period states the day of each balance. */
function dayOfBalance(field: Field, code: BalanceCode): CalendarDate | null {
  return dayOf(at(balanceField(field, code) ?? field, 'Dt'));
}

type BalanceCode = 'OPBD' | 'PRCD' | 'CLBD';

function balanceField(field: Field, code: BalanceCode): Field | undefined {
  return field.children.find((child) => child.name === 'Bal' && textAt(child, 4, 'Tp', 'CdOrPrtry', 'Cd') === code);
}

function addsUp(statement: BankStatement): BankStatement {
  const { opening, closing, entries, statementId } = statement;
  if (opening === null || closing === null) return statement;
  const sum = entries.reduce((sum, { amount, direction }) => sum + BigInt(signed(amount, direction)), BigInt(opening));
  if (sum !== BigInt(closing)) throw new StatementFault('balance-off', { statement: statementId });
  return statement;
}
