import { z } from 'zod';
import { formMessage } from '#app/i18n/message.ts';
import { day } from '#app/modules/initiatives/forms/checked.ts';
import { longestBatchText, rails } from './batch.ts';

/** What treasurers type. Messages are keys of the texts. */

/** Line ends of one kind, so that a text counts as many characters here as in the database. */
const text = (most: number) =>
  z
    .string()
    .default('')
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .refine((typed) => typed.length <= most, formMessage('forms:tooLong', { count: most }));

const reason = text(longestBatchText.reason).refine((typed) => typed.length >= 3, 'payouts:refusal.reason-missing');

export const composeForm = z.object({
  bodyId: z.string().default(''),
  until: day,
  rail: z.enum(rails).default('sepa'),
  note: text(longestBatchText.note),
  formKey: z.uuid('payouts:refusal.form-key-invalid'),
});

export const approveForm = z.object({
  revision: z.coerce.number('payouts:refusal.changed-meanwhile').int(),
  oddReason: text(longestBatchText.note),
});

/** Stripe asks for no day. */
export const sendForm = z.object({
  executeOn: day.optional().transform((chosen) => chosen ?? null),
});

export const leaveOutForm = z.object({ lineId: z.string('forms:required').default(''), reason });

export const discardForm = z.object({ reason });

/** `lineId`: `all` for every line that waits. */
export const putBackForm = z.object({
  lineId: z
    .string('forms:required')
    .min(1, 'forms:required')
    .transform((id) => (id === 'all' ? null : id)),
  reason,
  formKey: z.uuid('payouts:refusal.form-key-invalid'),
});

export const answerPutBackForm = (confirm: boolean) =>
  z.object({ putBackId: z.string().default('') }).transform(({ putBackId }) => ({ putBackId, confirm }));

export const payerForm = z.object({
  holder: z
    .string('forms:required')
    .trim()
    .min(1, 'forms:required')
    .max(70, formMessage('forms:tooLong', { count: 70 })),
  iban: z.string('forms:required').trim().min(1, 'forms:required').max(60, 'payouts:refusal.iban-wrong'),
  bic: z.string().trim().max(20, 'payouts:refusal.bic-wrong').default(''),
  formKey: z.uuid('payouts:refusal.form-key-invalid'),
});
