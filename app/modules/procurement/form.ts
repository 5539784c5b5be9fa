import { z } from 'zod';
import { dayField, dayOrNoneField, tidyText } from '#app/kernel/form-fields.ts';
import { formMessage } from '#app/i18n/message.ts';
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
    .transform(tidyText)
    .superRefine((typed, context) => {
      if (typed === '') context.addIssue({ code: 'custom', message: 'procurement:mistake.needed' });
      if (typed.length > most)
        context.addIssue({ code: 'custom', message: formMessage('forms:tooLong', { count: most }) });
    });

export const day = dayField('procurement:mistake.date');

export const dayOrNone = dayOrNoneField('procurement:mistake.date');

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
