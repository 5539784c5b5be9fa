import { z } from 'zod';
import { formMessage } from '#app/i18n/message.ts';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, formatCents, parseCents } from '#app/kernel/money.ts';
import { procurementBounds } from '#app/modules/programme/setting.ts';
import { limitKinds, regimes } from './limit.ts';

/** Longest texts, in characters; the database says the same. */
export const longest = { source: 400, reason: 1000, name: 80 } as const;

/** A limit of a hundred million euro is a slip. */
const mostLimit = cents(100_000_000_00);

/** Line ends as one character, and nothing that PostgreSQL cannot hold. */
export const words = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) =>
      typed
        .replaceAll('\r\n', '\n')
        .replaceAll('\u0000', '')
        .replaceAll(/\p{Surrogate}/gu, '')
        .trim(),
    )
    .superRefine((typed, context) => {
      if (typed === '') context.addIssue({ code: 'custom', message: 'procurement:mistake.needed' });
      if (typed.length > most)
        context.addIssue({ code: 'custom', message: formMessage('forms:tooLong', { count: most }) });
    });

/** As a date field gives it, or as people type it without one: `1-1-2028`. */
function readDay(typed: string): CalendarDate | null {
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(typed.trim());
  const normal =
    dutch === null ? typed.trim() : `${dutch[3]}-${dutch[2]?.padStart(2, '0')}-${dutch[1]?.padStart(2, '0')}`;
  return /^20\d{2}-/.test(normal) ? parseCalendarDate(normal) : null;
}

export const day = z
  .string()
  .default('')
  .transform((typed, context) => {
    const read = readDay(typed);
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: 'procurement:mistake.date' });
    return z.NEVER;
  });

export const dayOrNone = z
  .string()
  .default('')
  .transform((typed, context) => {
    if (typed.trim() === '') return null;
    const read = readDay(typed);
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: 'procurement:mistake.date' });
    return z.NEVER;
  });

/** A limit for a period, with its source and why it is filled in. */
export const limitForm = z
  .object({
    formKey: z.string().default(''),
    which: z.enum(limitKinds, 'procurement:mistake.needed'),
    amount: z
      .string()
      .default('')
      .transform((typed, context) => {
        const read = parseCents(typed);
        if (read !== null && read >= 1 && read <= mostLimit) return read;
        const most = formatCents(mostLimit);
        context.addIssue({ code: 'custom', message: formMessage('procurement:mistake.amount', { most }) });
        return z.NEVER;
      }),
    beginsOn: day,
    endsOn: dayOrNone,
    source: words(longest.source),
    isToConfirm: z.string().optional(),
    reason: words(longest.reason),
  })
  .superRefine(({ beginsOn, endsOn }, context) => {
    if (endsOn !== null && endsOn < beginsOn)
      context.addIssue({ code: 'custom', path: ['endsOn'], message: 'procurement:mistake.period' });
  });

const kindFields = {
  name: words(longest.name),
  nameEn: words(longest.name),
  regime: z.enum(regimes, 'procurement:mistake.needed'),
  reason: words(longest.reason),
};

/** A new kind of work. */
export const newKindForm = z.object({ formKey: z.string().default(''), ...kindFields });

/** Another name, other rules or a last day for a kind of work. */
export const changeKindForm = z.object({
  ...kindFields,
  endsOn: dayOrNone,
  revision: z.coerce.number().int().min(1).max(1_000_000),
});

const within = ([least, most]: readonly [number, number], message: string) =>
  z.coerce.number(message).int(message).min(least, message).max(most, message);

/** How assignments to one party are added up. */
export const procurementSettingForm = z.object({
  months: within(procurementBounds.months, 'procurement:setting.mistakeMonths'),
  nearPercent: within(procurementBounds.nearPercent, 'procurement:setting.mistakeNear'),
  changedAt: z.string().max(40).optional(),
});
