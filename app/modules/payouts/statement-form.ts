import { z } from 'zod';
import { isId } from '#app/kernel/ids.ts';
import { formMessage } from '#app/i18n/message.ts';
import { lineCheckAnswers, longestStatementText } from './statement-refusals.ts';

const note = (missing: string) =>
  z
    .string(missing)
    .trim()
    .min(3, missing)
    .max(longestStatementText.note, formMessage('statements:mistake.noteTooLong', { most: longestStatementText.note }));

const id = z.string().refine(isId);

/** One tick comes as a text, several as a list. */
export const dismissForm = z.object({
  itemIds: z.preprocess(
    (given) => (given === undefined ? [] : [given].flat()),
    z.array(id).min(1, 'statements:mistake.nothingChosen').max(100),
  ),
  note: note('statements:mistake.note'),
});

export const proposeMatchForm = z.object({
  formKey: id,
  /** The id of a line, or `batch:` and the id of a whole batch. */
  about: z
    .string('statements:mistake.line')
    .refine((chosen) => isId(chosen.replace(/^batch:/, '')), 'statements:mistake.line')
    .transform((chosen) =>
      chosen.startsWith('batch:') ? { batchId: chosen.slice('batch:'.length) } : { lineId: chosen },
    ),
  note: note('statements:mistake.matchNote'),
});

export const lineCheckForm = z.object({
  position: z
    .string('statements:mistake.position')
    .trim()
    .regex(/^[1-9]\d{0,5}$/, 'statements:mistake.position')
    .transform(Number),
  answer: z.enum(lineCheckAnswers, 'statements:mistake.answer'),
  bankName: z
    .string()
    .trim()
    .max(
      longestStatementText.bankName,
      formMessage('statements:mistake.noteTooLong', { most: longestStatementText.bankName }),
    )
    .default(''),
});
