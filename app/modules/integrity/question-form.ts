import { z } from 'zod';
import { amountField, dayField } from '#app/kernel/form-fields.ts';
import { cents } from '#app/kernel/money.ts';
import { levels, longestWords, questionKinds } from './question.ts';

/** Input of the forms about questions of integrity. Messages are keys of the texts. */

const mistake = (key: string) => `integrity:mistake.${key}`;

const words = (most: number, missing: string) => z.string(missing).trim().min(1, missing).max(most);

/** Bait for robots: people leave it empty. */
const website = z.string().optional();

export const questionForm = z.object({
  formKey: z.uuid(mistake('form')),
  kind: z.enum(questionKinds, mistake('kind')),
  bodyId: z.string().max(50).default(''),
  about: z.array(z.enum(levels)).max(levels.length).default([]),
  text: words(longestWords.text, mistake('text')).min(10, mistake('text')),
  email: z
    .union(
      [
        z.literal(''),
        z
          .string()
          .trim()
          .max(longestWords.email)
          .pipe(z.email(mistake('email'))),
      ],
      mistake('email'),
    )
    .default(''),
  withAccount: z.literal('on').optional(),
  website,
});

/** The asker's next step on their own page. */
export const askerForm = z
  .object({
    revision: z.coerce.number().int().min(1),
    intent: z.enum(['add', 'enough', 'not-enough']),
    text: z.string().trim().max(longestWords.text).default(''),
  })
  .refine(({ intent, text }) => intent === 'enough' || text.length >= 2, { path: ['text'], message: mistake('more') });

/** What a level does. */
export const levelForm = z
  .object({
    revision: z.coerce.number().int().min(1),
    intent: z.enum(['answer', 'pass-on', 'outcome', 'release']),
    text: z.string().trim().max(longestWords.answer).default(''),
  })
  .superRefine(({ intent, text }, context) => {
    if ((intent === 'answer' || intent === 'outcome') && text.length < 10)
      context.addIssue({ code: 'custom', path: ['text'], message: mistake('answer') });
    if (intent === 'outcome' && text.length > longestWords.outcome)
      context.addIssue({ code: 'custom', path: ['text'], message: mistake('outcomeTooLong') });
  });

const days = (most: number) =>
  z.coerce.number(mistake('days')).int(mistake('days')).min(1, mistake('days')).max(most, mistake('days'));

/** Terms and the value of gifts, from a day on. */
export const ruleForm = z.object({
  formKey: z.uuid(mistake('form')),
  startsOn: dayField(mistake('startsOn')),
  giftFrom: amountField(() => mistake('gift'), cents(100_000_00)),
  chairDays: days(90),
  managerDays: days(90),
  controlDays: days(90),
  boardDays: days(180),
  askerDays: days(90),
  reason: z.string(mistake('reason')).trim().min(3, mistake('reason')).max(500),
});

export type RuleInput = z.infer<typeof ruleForm>;
