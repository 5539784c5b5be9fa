import { z } from 'zod';
import { dayField } from '#app/kernel/form-fields.ts';
import { longestOutcomeText, longestReason, longestRoundName, matchOutcomes } from './exercise.ts';
import { formKey, typedText } from './form.ts';

/** What is typed in the portfolio exercise. Messages are keys of the texts. */

/** Id of a portfolio; the choice for nobody is '-', because an empty one counts as nothing chosen. */
const chosen = z
  .string()
  .max(50)
  .default('')
  .transform((id) => (id === '' || id === '-' ? null : id));
const reason = typedText(longestReason, 'exercise:mistake.reasonTooLong');

/** Both questions on one page; nobody as a choice takes an earlier one back. */
export const exerciseForm = z.object({
  portfolio: z.string('exercise:mistake.portfolio').max(200),
  supportsUs: chosen,
  supportsUsReason: reason,
  weSupport: chosen,
  weSupportReason: reason,
  /** Words to find another portfolio by. */
  search: z.string().max(200).default(''),
});

const day = dayField('forms:date', '2021-01-01');

export const roundForm = z
  .object({
    formKey,
    name: z
      .string('forms:required')
      .trim()
      .min(3, 'exercise:mistake.roundName')
      .max(longestRoundName, 'exercise:mistake.roundName'),
    opensOn: day,
    closesOn: day,
  })
  .refine(({ opensOn, closesOn }) => closesOn >= opensOn, {
    path: ['closesOn'],
    message: 'exercise:mistake.closesBefore',
  });

export const outcomeForm = z.object({
  matchId: z.string().max(50).default(''),
  outcome: z.enum(matchOutcomes, 'exercise:mistake.outcome'),
  text: typedText(longestOutcomeText, 'exercise:mistake.outcomeTooLong'),
  /** When the answer that the page showed was given; empty: there was none. */
  seen: z.string().max(40).default(''),
});
