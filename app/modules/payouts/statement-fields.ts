import { dayInAmsterdam, parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, subtractCents, noMoney, type Cents } from '#app/kernel/money.ts';
import { StatementFault, shown } from './statement-fault.ts';
import type { Direction } from './statement.ts';

/** An element of the statement with what is in it; elements of other namespaces have a name that none of ours has. */
export type Field = { name: string; currency: string | null; text: string; children: Field[] };

/** The first child with that name, going down a path: `at(entry, 'BookgDt', 'Dt')`. */
export function at(field: Field, ...path: readonly string[]): Field | null {
  let found: Field | undefined = field;
  for (const name of path) {
    found = found.children.find((child) => child.name === name);
    if (found === undefined) return null;
  }
  return found;
}

/** The text of an element without the spaces around it, cut to a length; null where it is missing or empty. */
export function textAt(field: Field, longest: number, ...path: readonly string[]): string | null {
  const text = at(field, ...path)?.text.trim() ?? '';
  return text === '' ? null : text.slice(0, longest);
}

/** @throws StatementFault `field-missing`, with the name of the element */
export function neededText(field: Field, longest: number, ...path: readonly string[]): string {
  const text = textAt(field, longest, ...path);
  if (text === null) throw new StatementFault('field-missing', { field: [field.name, ...path].join('/') });
  return text;
}

/** An amount in XML has a point, no thousands, perhaps zeros behind the cents. */
const amountShape = /^\+?(\d{0,13})(?:\.(\d{0,18}))?$/;

/**
 * @returns whole cents, or null where the amount is in another currency
 * @throws StatementFault `amount-wrong` for what is no amount, is below zero, or has parts of a cent
 */
export function euroAmount(field: Field): Cents | null {
  if (field.currency !== 'EUR') return null;
  const text = field.text.trim();
  const [, whole = '', decimals = ''] = amountShape.exec(text) ?? [];
  const parts = decimals.slice(2);
  if (whole + decimals === '' || /[^0]/.test(parts)) throw new StatementFault('amount-wrong', { amount: shown(text) });
  return cents(BigInt(whole + decimals.slice(0, 2).padEnd(2, '0')));
}

/** @throws StatementFault `wrong-currency` besides */
export function neededEuros(field: Field): Cents {
  const amountField = at(field, 'Amt');
  if (amountField === null) throw new StatementFault('field-missing', { field: `${field.name}/Amt` });
  const amount = euroAmount(amountField);
  if (amount === null) throw new StatementFault('wrong-currency', { currency: shown(amountField.currency ?? '?') });
  return amount;
}

/** @throws StatementFault `field-missing` where it is neither credit nor debit */
export function directionOf(field: Field): Direction {
  const text = textAt(field, 10, 'CdtDbtInd');
  if (text === 'CRDT') return 'credit';
  if (text === 'DBIT') return 'debit';
  throw new StatementFault('field-missing', { field: `${field.name}/CdtDbtInd` });
}

export function signed(amount: Cents, direction: Direction): Cents {
  return direction === 'credit' ? amount : subtractCents(noMoney, amount);
}

const dayShape = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})?$/;
const momentShape =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/;

/**
 * The day that an element tells as `Dt`, or as `DtTm`: of a moment with an offset the day it is in Amsterdam.
 * @returns null where neither is there
 * @throws StatementFault `date-wrong`, also for a day that does not exist
 */
export function dayOf(field: Field | null): CalendarDate | null {
  if (field === null) return null;
  const day = textAt(field, 40, 'Dt');
  if (day !== null) return existing(dayShape.exec(day)?.[1], day);
  const moment = textAt(field, 40, 'DtTm');
  return moment === null ? null : dayOfMoment(moment);
}

/** @throws StatementFault `date-wrong` */
export function dayOfMoment(text: string): CalendarDate {
  const [, day, , offset] = momentShape.exec(text) ?? [];
  const written = existing(day, text);
  return offset === undefined ? written : dayInAmsterdam(new Date(text));
}

function existing(day: string | undefined, shownText: string): CalendarDate {
  const date = day === undefined ? null : parseCalendarDate(day);
  if (date === null) throw new StatementFault('date-wrong', { date: shown(shownText) });
  return date;
}
