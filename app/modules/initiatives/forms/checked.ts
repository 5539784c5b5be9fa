import { z } from 'zod';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, parseCents, type Cents } from '#app/kernel/money.ts';

/** Building blocks of the schemas that judge what was typed. Messages are keys of the texts. */

/** Longest texts, in characters, as the form announces them. */
export const longest = { title: 120, summary: 600, story: 4000, line: 200 } as const;

/** Largest amount of one line: a hundred million euro. */
export const largestAmount = cents(100_000_000_00);

export const requiredText = (most: number, least = 1) =>
  z.string().trim().min(1, 'forms:required').min(least, `forms:tooShort?count=${least}`).max(most, tooLong(most));

const tooLong = (most: number) => `forms:tooLong?count=${most}`;

export const optionalText = (most: number) => z.string().trim().max(most, tooLong(most));

/** An amount as people type it → cents, more than zero. */
export const amount = z.string().transform((text, context): Cents => {
  if (text.trim() === '') return mistake(context, 'initiatives:mistake.amountRequired');
  const value = parseCents(text);
  if (value === null) return mistake(context, 'initiatives:mistake.amount');
  if (value <= 0) return mistake(context, 'initiatives:mistake.amountPositive');
  if (value > largestAmount) return mistake(context, 'initiatives:mistake.amountTooLarge');
  return value;
});

/** A day as a date field gives it (`2027-03-01`), or as people type it without one (`1-3-2027`). */
export const day = z.string().transform((text, context): CalendarDate => {
  if (text.trim() === '') return mistake(context, 'forms:required');
  return readDay(text) ?? mistake(context, 'forms:date');
});

export const optionalDay = z.string().transform((text, context): CalendarDate | null => {
  if (text.trim() === '') return null;
  return readDay(text) ?? mistake(context, 'forms:date');
});

/** Years that a plan can be about; catches 0027 and 20277. */
const sensibleYear = /^20\d{2}-/;

function readDay(text: string): CalendarDate | null {
  const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text.trim());
  const value = parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : text.trim();
  return sensibleYear.test(value) ? parseCalendarDate(value) : null;
}

function mistake(context: z.core.$RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}
