import { z } from 'zod';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import {
  audiences,
  longestUndertakingText as longest,
  shortestUndertakingText,
  undertakingAnswers,
} from './undertaking.ts';

/** What people type about what was promised. Messages are keys of the texts. */

const mistake = (key: string) => `undertakings:mistake.${key}`;
const tooLong = (most: number) => 'forms:tooLong?count=' + String(most);

const oneKind = (typed: string) => typed.replaceAll('\r\n', '\n').trim();

const words = (least: number, most: number, missing: string) =>
  z
    .string(mistake(missing))
    .transform(oneKind)
    .refine((typed) => typed.length >= least, mistake(missing))
    .refine((typed) => typed.length <= most, tooLong(most));

const text = (most: number) =>
  z
    .string()
    .default('')
    .transform(oneKind)
    .refine((typed) => typed.length <= most, tooLong(most));

/** A page of the web: nothing that a browser would run. */
const link = text(longest.link).refine((typed) => typed === '' || isPage(typed), mistake('link'));

function isPage(typed: string): boolean {
  if (/\s/.test(typed) || !URL.canParse(typed)) return false;
  const { protocol } = new URL(typed);
  return /^https?:\/\//.test(typed) && (protocol === 'https:' || protocol === 'http:');
}

const readDay = (typed: string, context: z.RefinementCtx): CalendarDate => {
  const read = parseCalendarDate(typed);
  if (read !== null && read >= '2015-01-01' && read < '2100') return read;
  context.addIssue({ code: 'custom', message: mistake('day') });
  return z.NEVER;
};

const content = {
  toWhom: z.enum(audiences, mistake('toWhom')),
  saidBy: words(3, longest.saidBy, 'saidBy'),
  what: words(shortestUndertakingText, longest.what, 'what'),
  saidOn: z.string(mistake('day')).transform(readDay),
  saidAt: words(3, longest.saidAt, 'saidAt'),
  saidLink: link,
  dueOn: z
    .string()
    .default('')
    .transform((typed, context) => (typed === '' ? null : readDay(typed, context))),
};

export const newUndertakingForm = z.object({
  ...content,
  id: z.uuid(mistake('form')),
  bodyId: z.string(mistake('body')).refine(isId, mistake('body')),
});

export const changeUndertakingForm = z.object({
  ...content,
  revision: z.coerce.number(mistake('form')).int().min(1).max(1_000_000),
});

export const answerForm = z.object({
  id: z.uuid(mistake('form')),
  answer: z.enum(undertakingAnswers, mistake('answer')),
  text: words(shortestUndertakingText, longest.answer, 'text'),
  proofLink: link,
  decisionNumber: text(20),
});

/** A colleague confirms it, or sends it back with a reason. */
export const judgeForm = z
  .object({
    id: z.uuid(mistake('form')),
    intent: z.enum(['confirm', 'refuse'], mistake('form')),
    reason: text(longest.refusal),
  })
  .superRefine(({ intent, reason }, context) => {
    if (intent === 'refuse' && reason.length < 3)
      context.addIssue({ code: 'custom', path: ['reason'], message: mistake('reason') });
  });
