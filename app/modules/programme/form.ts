import { z } from 'zod';
import { formMessage } from '#app/i18n/message.ts';
import { cents, formatCents, parseCents } from '#app/kernel/money.ts';
import { grantPrefixShape, licenceNames, smallSpendingBounds, submissionChoices, wooCategoryNames } from './setting.ts';

/** The choices about who may submit, with when the page that shows them was made. */
export const submissionRulesForm = z.object({
  civilServants: z.enum(submissionChoices),
  committeeMembers: z.enum(submissionChoices),
  changedAt: z.string().max(40).optional(),
});

/** How much a wijkalliantie may spend by consent, and how long members have to answer. */
export const smallSpendingForm = z.object({
  threshold: z
    .string()
    .default('')
    .transform((typed, context) => {
      const read = parseCents(typed);
      if (read !== null && read >= 1 && read <= smallSpendingBounds.thresholdCents) return read;
      const most = formatCents(cents(smallSpendingBounds.thresholdCents));
      context.addIssue({ code: 'custom', message: formMessage('administration:mistake.threshold', { most }) });
      return z.NEVER;
    }),
  days: z.coerce
    .number('administration:mistake.days')
    .int('administration:mistake.days')
    .min(1, 'administration:mistake.days')
    .max(smallSpendingBounds.days, 'administration:mistake.days'),
  changedAt: z.string().max(40).optional(),
});

/** How what is public is given away. */
export const openDataForm = z.object({
  licence: z.enum(licenceNames),
  publisher: z
    .string('opendata:setting.mistake.publisher')
    .transform((typed) => typed.replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim())
    .pipe(z.string().min(1, 'opendata:setting.mistake.publisher').max(200, 'opendata:setting.mistake.publisher')),
  contact: z
    .string()
    .default('')
    .transform((typed) => typed.trim().toLowerCase())
    .pipe(z.union([z.literal(''), z.email()], 'opendata:setting.mistake.contact'))
    .pipe(z.string().max(200, 'opendata:setting.mistake.contact')),
  grantPrefix: z
    .string('opendata:setting.mistake.grantPrefix')
    .trim()
    .regex(grantPrefixShape, 'opendata:setting.mistake.grantPrefix'),
  decisionCategory: z.enum(wooCategoryNames),
  meetingCategory: z.enum(wooCategoryNames),
  changedAt: z.string().max(40).optional(),
});

/** Longest text with which a body tells what it is for, in characters; the database says the same (`body_text_length`). */
export const longestRemit = 600;

/** One paragraph: line ends, and what neither a page nor PostgreSQL can show, become spaces. */
const paragraph = z
  .string()
  .transform((typed) => typed.replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim())
  .pipe(z.string().min(1).max(longestRemit));

/** What a body says of itself, in both languages, with the revision that the writer started from. */
export const bodyTextForm = z.object({
  revision: z.coerce.number().int().min(1).max(1_000_000),
  remit: paragraph,
  remitEn: paragraph,
});
