import { z } from 'zod';
import { readAmount, type AmountMistake } from './amount-text.ts';
import { parseClockTime, type ClockTime } from './amsterdam-time.ts';
import { parseCalendarDate, type CalendarDate } from './calendar-date.ts';
import type { Cents } from './money.ts';

/** Fields that forms of several modules ask for. Messages are keys of the texts, given by the form that asks. */

/** Line ends of one kind, so that a text counts as many characters here as in the database, and nothing that PostgreSQL cannot hold. */
export const tidyText = (typed: string): string =>
  typed
    .replaceAll('\r\n', '\n')
    .replaceAll('\u0000', '')
    .replaceAll(/\p{Surrogate}/gu, '')
    .trim();

/** That a text has more than so many characters, with the number filled in. */
export const tooLong = (most: number): string => `forms:tooLong?count=${String(most)}`;

/**
 * A text that has to be there.
 * @param least characters; fewer is `missing`
 * @param most characters
 */
export const wordsField = (least: number, most: number, missing: string) =>
  z
    .string(missing)
    .transform(tidyText)
    .refine((typed) => typed.length >= least, missing)
    .refine((typed) => typed.length <= most, tooLong(most));

/** A text of at most so many characters that may be left empty. */
export const textField = (most: number) =>
  z
    .string()
    .default('')
    .transform(tidyText)
    .refine((typed) => typed.length <= most, tooLong(most));

/**
 * A day as a date field gives it (`2027-03-01`), or as people type it where there is none (`1-3-2027`).
 * @param from the first day that is no slip of the keyboard; from 2100 on every day is one
 */
export const dayField = (mistake: string, from: `20${string}` = '2000-01-01') =>
  z.string(mistake).transform((typed, context) => readDay(typed, from) ?? wrong(context, mistake));

/** As `dayField`; null where nothing was filled in. */
export const dayOrNoneField = (mistake: string, from: `20${string}` = '2000-01-01') =>
  z
    .string()
    .default('')
    .transform((typed, context) => (typed.trim() === '' ? null : (readDay(typed, from) ?? wrong(context, mistake))));

/** A time of the clock, `19:30`. */
export const clockField = (mistake: string) =>
  z.string(mistake).transform((typed, context): ClockTime => parseClockTime(typed) ?? wrong(context, mistake));

/**
 * An amount of more than nothing, in cents.
 * @param mistake what to say of each way in which it can be wrong
 * @param most cents; more is `amount-huge`
 */
export const amountField = (mistake: (read: AmountMistake) => string, most?: Cents) =>
  z.string(mistake('amount-missing')).transform((typed, context): Cents => {
    const read = readAmount(typed, most);
    return typeof read === 'number' ? read : wrong(context, mistake(read));
  });

/** Which state of what is changed somebody saw; counted from `first`. */
export const revisionField = (mistake: string, first = 1) =>
  z.coerce.number(mistake).int(mistake).min(first, mistake).max(1_000_000, mistake);

const dutchDay = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/;

/** @returns null: no day, or one that is a slip */
export function readDay(typed: string, from = '2000-01-01'): CalendarDate | null {
  const [, day = '', month = '', year = ''] = dutchDay.exec(typed.trim()) ?? [];
  const read = parseCalendarDate(
    year === '' ? typed.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  );
  return read !== null && read >= from && read < '2100' ? read : null;
}

function wrong(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
