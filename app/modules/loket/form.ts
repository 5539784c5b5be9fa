import { z } from 'zod';
import { isSafeLink, linkLength, outsideFundNameLength } from './referral.ts';

/** What the loket types. Messages are keys of the texts. */

/** Longest reason or question, in characters. */
const reasonLength = 2000;
const noteLength = 500;
const mostRules = 50;

const reason = z
  .string('loket:mistake.reason')
  .trim()
  .min(1, 'loket:mistake.reason')
  .max(reasonLength, 'loket:mistake.reasonTooLong');

const everyAction = {
  lastStep: z
    .uuid('loket:mistake.form')
    .optional()
    .transform((id) => id ?? null),
  formKey: z.uuid('loket:mistake.form'),
  reason,
};

export const askQuestionForm = z.object({
  ...everyAction,
  reason: z
    .string('loket:mistake.question')
    .trim()
    .min(1, 'loket:mistake.question')
    .max(reasonLength, 'loket:mistake.reasonTooLong'),
});

export const acceptForm = z.object({
  judgements: z
    .array(
      z
        .object({
          ruleSlug: z.string('loket:mistake.form').max(100, 'loket:mistake.form'),
          met: z.enum(['yes', 'no'], 'loket:mistake.judge').transform((answer) => answer === 'yes'),
          note: z.string().trim().max(noteLength, 'loket:mistake.noteTooLong').default(''),
        })
        .refine(({ met, note }) => met || note !== '', { path: ['note'], error: 'loket:mistake.note' }),
    )
    .max(mostRules, 'loket:mistake.form')
    .default([]),
  // last, as on the page: mistakes are listed in this order
  ...everyAction,
});

export const referForm = z.object({ toBodyId: z.uuid('loket:mistake.body'), ...everyAction });

export const referOutsideForm = z.object({
  fundName: z
    .string('loket:mistake.fundName')
    .trim()
    .min(1, 'loket:mistake.fundName')
    .max(outsideFundNameLength, 'loket:mistake.fundNameTooLong'),
  fundLink: z
    .string()
    .trim()
    .max(linkLength, 'loket:mistake.link')
    .refine((link) => link === '' || isSafeLink(link), 'loket:mistake.link')
    .optional()
    .transform((link) => (link === undefined || link === '' ? null : link)),
  ...everyAction,
});

/** Which of the forms on a page was sent. */
export type LoketIntent = 'ask-question' | 'accept' | 'refer' | 'refer-outside';
