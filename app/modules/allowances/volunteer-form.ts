import { z } from 'zod';
import { readAmount } from '#app/kernel/amount-text.ts';
import { addDays, parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { noMoney, parseCents } from '#app/kernel/money.ts';
import { claimMinutes, longDay, longestClaimText } from './claim.ts';

/** What volunteers type. Messages are keys of the texts. */

const formKey = z.uuid('volunteering:mistake.form');

/** A choice that opens a field of its own. */
export const otherChoice = 'other';

/** The most that a form takes in cents: more is a slip (`claim_shape`, `other_allowance_amount`). */
const mostCents = 100_000_00;

const note = z.string().trim().max(longestClaimText.note, 'volunteering:mistake.noteTooLong').default('');

/** A day as a date field sends it. @returns null when it is no day */
const dayOf = (typed: string): CalendarDate | null => parseCalendarDate(typed.trim());

/** Days in front: what is chosen with one tap, and how long hours may be: in steps of a quarter, up to `most` minutes. */
export const quickMinutes = [60, 90, 120, 150, 180, 240] as const;
export const otherMinutes = Array.from({ length: 64 }, (_, index) => (index + 1) * 15);

/** Hours of one's own. A field beside a choice counts only when that choice was made. */
export const hoursForm = z
  .object({
    formKey,
    when: z.string('volunteering:mistake.when').max(20),
    otherDay: z.string().max(40).default(''),
    duration: z.string('volunteering:mistake.duration').max(20),
    otherDuration: z.string().max(20).default(''),
    /** Asked for when it is more than most days hold. */
    sure: z.literal('on').optional(),
    note,
  })
  .transform(({ formKey: key, when, otherDay, duration, otherDuration, sure, note: said }, context) => {
    const isOtherDay = when === otherChoice;
    const day = dayOf(isOtherDay ? otherDay : when);
    const isOtherDuration = duration === otherChoice;
    const minutes = Number(isOtherDuration ? otherDuration : duration);
    const fits =
      Number.isInteger(minutes) &&
      minutes >= claimMinutes.least &&
      minutes <= claimMinutes.most &&
      minutes % claimMinutes.step === 0;
    const miss = (field: string, mistake: string) =>
      context.addIssue({ code: 'custom', path: [field], message: `volunteering:mistake.${mistake}` });
    if (day === null) miss(isOtherDay ? 'otherDay' : 'when', isOtherDay ? 'otherDay' : 'when');
    if (!fits) miss(isOtherDuration ? 'otherDuration' : 'duration', 'duration');
    const isUnsure = fits && minutes > longDay && sure === undefined;
    if (isUnsure) miss('sure', 'sure');
    if (day === null || !fits || isUnsure) return z.NEVER;
    return { formKey: key, day, minutes, note: said };
  });

const amount = z.string('volunteering:mistake.amountMissing').transform((typed, context) => {
  const read = readAmount(typed, mostCents);
  if (typeof read === 'number') return read;
  const message = read === 'amount-missing' ? 'volunteering:mistake.amountMissing' : `forms:${read}`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});

/** Expenses with their receipt; the file itself is judged by its content (`cleanFile`). */
export const expenseForm = z.object({
  formKey,
  amount,
  day: z.string('volunteering:mistake.day').transform((typed, context) => {
    const day = dayOf(typed);
    if (day !== null) return day;
    context.addIssue({ code: 'custom', message: 'volunteering:mistake.day' });
    return z.NEVER;
  }),
  note: z
    .string('volunteering:mistake.what')
    .trim()
    .min(1, 'volunteering:mistake.what')
    .max(longestClaimText.note, 'volunteering:mistake.noteTooLong'),
});

/** A claim reaches back a year at most (`claim_too_late`), so an earlier birthday changes nothing and is not kept. */
const daysThatMatter = 366;

/** What the law asks of a volunteer. @param today in Amsterdam */
export const circumstancesForm = (today: CalendarDate) =>
  z
    .object({
      age: z.enum(['adult', 'young'], 'volunteering:mistake.age'),
      turns21On: z.string().max(40).default(''),
      elsewhere: z.string().max(40).default(''),
    })
    .transform(({ age, turns21On, elsewhere }, context) => {
      const miss = (field: string, mistake: string) =>
        context.addIssue({ code: 'custom', path: [field], message: `volunteering:mistake.${mistake}` });
      const day = age === 'young' ? dayOf(turns21On) : null;
      const latest = `${Number(today.slice(0, 4)) + 21}${today.slice(4)}`;
      const isDayWrong = age === 'young' && (day === null || day > latest);
      if (isDayWrong) miss('turns21On', day === null ? 'turns21On' : 'turns21Late');
      const sum = elsewhere.trim() === '' ? noMoney : parseCents(elsewhere);
      const isSumWrong = sum === null || sum < 0 || sum > mostCents;
      if (isSumWrong) miss('elsewhere', 'elsewhere');
      if (isDayWrong || isSumWrong) return z.NEVER;
      const matters = day !== null && day > addDays(today, -daysThatMatter);
      return { turns21On: matters ? day : null, elsewhere: sum };
    });
