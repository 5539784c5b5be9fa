import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Cents } from '#app/kernel/money.ts';
import { signed } from './statement-fields.ts';
import type { Direction } from './statement.ts';

/** A statement as a bank would deliver it: for the demo, which has no bank, for tests and for measuring. */
export type ExampleStatement = {
  version: 2 | 8;
  messageId: string;
  statementId: string;
  /** The number that the bank gives it; left out: none. */
  number?: number;
  iban: string;
  opening: Cents;
  day: CalendarDate;
  entries: readonly ExampleEntry[];
};

export type ExampleEntry = {
  reference: string;
  amount: Cents;
  direction: Direction;
  /** A batch that was booked as one sum. */
  batch?: { paymentInformationId: string; count: number };
  payments?: readonly ExamplePayment[];
};

export type ExamplePayment = {
  endToEndId: string;
  amount: Cents;
  returnReason?: string;
  name?: string;
  iban?: string;
  text?: string;
};

/** @returns XML of camt.053 in the stated version; opening, entries and closing add up */
export function exampleStatement(statement: ExampleStatement): string {
  const { version, day, iban, entries } = statement;
  const sum = entries.reduce((sum, { amount, direction }) => sum + signed(amount, direction), 0);
  const moment = `${day}T08:00:00+01:00`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.0${version}"><BkToCstmrStmt>`,
    element('GrpHdr', value('MsgId', statement.messageId), value('CreDtTm', moment)),
    '<Stmt>',
    value('Id', statement.statementId),
    statement.number === undefined ? '' : value('ElctrncSeqNb', String(statement.number)),
    value('CreDtTm', moment),
    element('FrToDt', value('FrDtTm', `${day}T00:00:00`), value('ToDtTm', `${day}T23:59:59`)),
    element('Acct', element('Id', value('IBAN', iban)), value('Ccy', 'EUR')),
    balance('OPBD', statement.opening, day),
    balance('CLBD', statement.opening + sum, day),
    ...entries.map((entry) => entryOf(entry, version, day)),
    '</Stmt></BkToCstmrStmt></Document>\n',
  ].join('\n');
}

function balance(code: string, amount: number, day: CalendarDate): string {
  return element(
    'Bal',
    element('Tp', element('CdOrPrtry', value('Cd', code))),
    euros(Math.abs(amount)),
    value('CdtDbtInd', amount < 0 ? 'DBIT' : 'CRDT'),
    element('Dt', value('Dt', day)),
  );
}

function entryOf(entry: ExampleEntry, version: 2 | 8, day: CalendarDate): string {
  const returned = entry.payments?.some(({ returnReason }) => returnReason !== undefined) === true;
  const family = entry.direction === 'debit' || returned ? 'ICDT' : 'RCDT';
  return element(
    'Ntry',
    euros(entry.amount),
    value('CdtDbtInd', indicator(entry.direction)),
    version === 2 ? value('Sts', 'BOOK') : element('Sts', value('Cd', 'BOOK')),
    element('BookgDt', value('Dt', day)),
    element('ValDt', value('Dt', day)),
    value('AcctSvcrRef', entry.reference),
    element(
      'BkTxCd',
      element(
        'Domn',
        value('Cd', 'PMNT'),
        element('Fmly', value('Cd', family), value('SubFmlyCd', returned ? 'RRTN' : 'ESCT')),
      ),
    ),
    element(
      'NtryDtls',
      entry.batch === undefined
        ? ''
        : element(
            'Btch',
            value('PmtInfId', entry.batch.paymentInformationId),
            value('NbOfTxs', String(entry.batch.count)),
          ),
      ...(entry.payments ?? []).map((payment) => paymentOf(payment, entry.direction, version)),
    ),
  );
}

function paymentOf(payment: ExamplePayment, direction: Direction, version: 2 | 8): string {
  const { amount, endToEndId, name, iban, returnReason, text } = payment;
  const other = direction === 'debit' ? 'Cdtr' : 'Dbtr';
  const party = name === undefined ? '' : value('Nm', name);
  return element(
    'TxDtls',
    element('Refs', value('EndToEndId', endToEndId)),
    version === 2
      ? element('AmtDtls', element('TxAmt', euros(amount)))
      : euros(amount) + value('CdtDbtInd', indicator(direction)),
    name === undefined && iban === undefined
      ? ''
      : element(
          'RltdPties',
          party === '' ? '' : element(other, version === 2 ? party : element('Pty', party)),
          iban === undefined ? '' : element(`${other}Acct`, element('Id', value('IBAN', iban))),
        ),
    text === undefined ? '' : element('RmtInf', value('Ustrd', text)),
    returnReason === undefined ? '' : element('RtrInf', element('Rsn', value('Cd', returnReason))),
  );
}

function indicator(direction: Direction): string {
  return direction === 'credit' ? 'CRDT' : 'DBIT';
}

function euros(amount: number): string {
  const digits = String(amount).padStart(3, '0');
  return `<Amt Ccy="EUR">${digits.slice(0, -2)}.${digits.slice(-2)}</Amt>`;
}

function element(name: string, ...inside: readonly string[]): string {
  return `<${name}>${inside.join('')}</${name}>`;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function value(name: string, text: string): string {
  return element(
    name,
    text.replace(/[&<>]/g, (sign) => escapes[sign] ?? sign),
  );
}
