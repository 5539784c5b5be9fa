import { z } from 'zod';
import { day, dayOrNone, words } from '#app/modules/procurement/form.ts';
import { mostWeeks, objectionKinds } from './objection-term.ts';

/** Longest texts, in characters; the database says the same (`objection_term_texts`). */
export const longestOfTerm = { how: 1000, source: 400, reason: 1000 } as const;

/** What somebody can do who disagrees, for a period, with its source and why it is filled in. */
export const objectionTermForm = z
  .object({
    formKey: z.string().default(''),
    which: z.enum(objectionKinds, 'procurement:mistake.needed'),
    weeks: z
      .string()
      .default('')
      .transform((typed, context) => {
        if (typed.trim() === '') return null;
        const read = /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0;
        if (read >= 1 && read <= mostWeeks) return read;
        context.addIssue({ code: 'custom', message: 'decisions:receipt.terms.mistake.weeks' });
        return z.NEVER;
      }),
    how: words(longestOfTerm.how),
    howEn: words(longestOfTerm.how),
    beginsOn: day,
    endsOn: dayOrNone,
    source: words(longestOfTerm.source),
    isToConfirm: z.string().optional(),
    reason: words(longestOfTerm.reason),
  })
  .superRefine(({ beginsOn, endsOn }, context) => {
    if (endsOn !== null && endsOn < beginsOn)
      context.addIssue({ code: 'custom', path: ['endsOn'], message: 'procurement:mistake.period' });
  });
