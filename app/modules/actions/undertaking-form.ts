import { z } from 'zod';
import { dayField, dayOrNoneField, revisionField, textField, wordsField } from '#app/kernel/form-fields.ts';
import { isId } from '#app/kernel/ids.ts';
import {
  audiences,
  longestUndertakingText as longest,
  shortestUndertakingText,
  undertakingAnswers,
} from './undertaking.ts';

/** What people type about what was promised. Messages are keys of the texts. */

const mistake = (key: string) => `undertakings:mistake.${key}`;

const words = (least: number, most: number, missing: string) => wordsField(least, most, mistake(missing));

/** A page of the web: nothing that a browser would run. */
const link = textField(longest.link).refine((typed) => typed === '' || isPage(typed), mistake('link'));

function isPage(typed: string): boolean {
  if (/\s/.test(typed) || !URL.canParse(typed)) return false;
  const { protocol } = new URL(typed);
  return /^https?:\/\//.test(typed) && (protocol === 'https:' || protocol === 'http:');
}

const firstDay = '2015-01-01';

const content = {
  toWhom: z.enum(audiences, mistake('toWhom')),
  saidBy: words(3, longest.saidBy, 'saidBy'),
  what: words(shortestUndertakingText, longest.what, 'what'),
  saidOn: dayField(mistake('day'), firstDay),
  saidAt: words(3, longest.saidAt, 'saidAt'),
  saidLink: link,
  dueOn: dayOrNoneField(mistake('day'), firstDay),
};

export const newUndertakingForm = z.object({
  ...content,
  id: z.uuid(mistake('form')),
  bodyId: z.string(mistake('body')).refine(isId, mistake('body')),
});

export const changeUndertakingForm = z.object({
  ...content,
  revision: revisionField(mistake('form')),
});

export const answerForm = z.object({
  id: z.uuid(mistake('form')),
  answer: z.enum(undertakingAnswers, mistake('answer')),
  text: words(shortestUndertakingText, longest.answer, 'text'),
  proofLink: link,
  decisionNumber: textField(20),
});

/** A colleague confirms it, or sends it back with a reason. */
export const judgeForm = z
  .object({
    id: z.uuid(mistake('form')),
    intent: z.enum(['confirm', 'refuse'], mistake('form')),
    reason: textField(longest.refusal),
  })
  .superRefine(({ intent, reason }, context) => {
    if (intent === 'refuse' && reason.length < 3)
      context.addIssue({ code: 'custom', path: ['reason'], message: mistake('reason') });
  });
