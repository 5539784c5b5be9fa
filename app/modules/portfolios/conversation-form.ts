import { z } from 'zod';
import { longestMessageText, reportAnswers } from './conversation.ts';
import { formKey, typedText } from './form.ts';

/** What people write to each other. Messages are keys of the texts. */

const text = typedText(longestMessageText.text, 'messages:mistake.textTooLong').refine(
  (typed) => typed !== '',
  'messages:mistake.text',
);

export const newConversationForm = z.object({
  formKey,
  /** Slug of the portfolio for which one writes; empty: for oneself. */
  from: z
    .string()
    .max(200)
    .default('')
    .transform((slug) => (slug === '-' ? '' : slug)),
  subject: z
    .string('messages:mistake.subject')
    .trim()
    .min(1, 'messages:mistake.subject')
    .max(longestMessageText.subject, 'messages:mistake.subjectTooLong')
    // a subject is one line
    .transform((typed) => typed.replaceAll(/\s+/g, ' ')),
  text,
});

export const messageForm = z.object({ formKey, text });

const reason = typedText(longestMessageText.reason, 'messages:mistake.reasonTooLong').refine(
  (typed) => typed.length >= 3,
  'messages:mistake.reason',
);

export const reportForm = z.object({ formKey, reason });

export const reportAnswerForm = z.object({
  answer: z.enum(reportAnswers, 'forms:choose'),
  reason,
});
