import { z } from 'zod';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import { longDay } from './claim.ts';
import { readHours } from './hours-text.ts';

/** Empty lines under those of the people who take part, and the most lines that one form has. */
export const blankLines = 5;
export const mostSheetLines = 100;

/** A line of the paper sheet that has hours on it; `row` is its place on the form. */
export type SheetLine = { row: number; personId: string; day: CalendarDate; minutes: number };

const typed = z.string().trim().max(100).default('');

/**
 * A paper sheet that a coordinator types over. A line without hours says nothing; a line without a day is of the day of the
 * sheet. Every mistake is named at its line.
 */
export const sheetForm = z
  .object({
    formKey: z.uuid('coordination:mistake.form'),
    day: typed,
    /** Asked for when somebody has more than most days hold. */
    sure: z.literal('on').optional(),
    rows: z
      .array(z.object({ personId: typed, day: typed, hours: typed }))
      .max(mostSheetLines)
      .default([]),
  })
  .transform(({ formKey, day: ofSheet, sure, rows }, context) => {
    const mistake = (path: (string | number)[], message: string) => {
      context.addIssue({ code: 'custom', path, message });
    };
    const sheetDay = parseCalendarDate(ofSheet);
    if (ofSheet !== '' && sheetDay === null) mistake(['day'], 'coordination:mistake.day');
    const lines: SheetLine[] = [];
    for (const [row, { personId, day: own, hours }] of rows.entries()) {
      if (hours === '') continue;
      const minutes = readHours(hours);
      const day = own === '' ? sheetDay : parseCalendarDate(own);
      if (!isId(personId)) mistake(['rows', row, 'personId'], 'coordination:mistake.sheetPerson');
      if (minutes === null) mistake(['rows', row, 'hours'], 'coordination:mistake.hours');
      if (day === null && (own !== '' || ofSheet === ''))
        mistake(['rows', row, 'day'], own === '' ? 'coordination:mistake.sheetDay' : 'coordination:mistake.day');
      if (isId(personId) && minutes !== null && day !== null) lines.push({ row, personId, day, minutes });
    }
    const days = Map.groupBy(lines, ({ personId, day }) => `${personId} ${day}`);
    const isLong = [...days.values()].some((own) => own.reduce((sum, { minutes }) => sum + minutes, 0) > longDay);
    if (isLong && sure === undefined) mistake(['sure'], 'coordination:mistake.sure');
    return { formKey, lines };
  });

/** What stands on a fresh form: a line for everybody who takes part, and some without a name. */
export function startingRows(people: readonly { id: string }[]): { personId: string; day: string; hours: string }[] {
  const named = people.slice(0, mostSheetLines - blankLines).map(({ id }) => id);
  return [...named, ...Array.from({ length: blankLines }, () => '')].map((personId) => ({
    personId,
    day: '',
    hours: '',
  }));
}
