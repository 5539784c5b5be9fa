import { z } from 'zod';
import { parseCalendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import {
  designQuestion,
  itemAnswers,
  longestOutcomeWords as longest,
  promiseAnswers,
  shortestAnswer,
  workshopCapacity,
} from './outcome.ts';
import { omissionKinds } from './report.ts';

/** What people type at an evening and about it. Messages are keys of the texts. */

const mistake = (key: string) => `evening:mistake.${key}`;
const tooLong = (most: number) => 'forms:tooLong?count=' + String(most);

const id = z.uuid(mistake('form'));
const revision = z.coerce.number(mistake('form')).int().min(0).max(1_000_000);

/** Line ends of one kind, so that a text counts as many characters here as in the database. */
const oneKind = (typed: string) => typed.replaceAll('\r\n', '\n').trim();

const text = (most: number) =>
  z
    .string()
    .default('')
    .transform(oneKind)
    .refine((typed) => typed.length <= most, tooLong(most));

const words = (least: number, most: number, missing: string) =>
  z
    .string(mistake(missing))
    .transform(oneKind)
    .refine((typed) => typed.length >= least, mistake(missing))
    .refine((typed) => typed.length <= most, tooLong(most));

/** An id of a list, or nothing. */
const chosen = z
  .string()
  .default('')
  .transform((typed) => (isId(typed) ? typed : null));

const day = z.string(mistake('dueOn')).transform((typed, context): CalendarDate => {
  const read = parseCalendarDate(typed);
  if (read !== null && read >= '2023-01-01' && read < '2100') return read;
  context.addIssue({ code: 'custom', message: mistake('dueOn') });
  return z.NEVER;
});

const ticked = z
  .string()
  .optional()
  .transform((typed) => typed !== undefined);

const whole = (least: number, most: number, wrong: string) =>
  z.coerce.number(mistake(wrong)).int(mistake(wrong)).min(least, mistake(wrong)).max(most, mistake(wrong));

export const workshopForm = z.object({
  id,
  revision,
  turn: whole(1, 3, 'turn'),
  title: words(3, longest.workshopTitle, 'workshopTitle'),
  about: text(longest.workshopAbout),
  room: text(longest.room),
  capacity: whole(workshopCapacity.least, workshopCapacity.most, 'capacity'),
});

/** A design question in its two halves. */
export const questionForm = z
  .object({ id, how: words(3, longest.question, 'how'), so: text(longest.question) })
  .transform(({ id: key, how, so }, context) => {
    const sentence = designQuestion(how, so);
    if (sentence.length > longest.question)
      context.addIssue({ code: 'custom', path: ['how'], message: mistake('questionLong') });
    return { id: key, text: sentence };
  });

/** As it stands on paper. */
export const typedQuestionForm = z.object({ id, text: words(5, longest.question, 'question'), clusterId: chosen });

export const correctQuestionForm = z.object({ id, revision, text: words(5, longest.question, 'question') });
export const hideQuestionForm = z.object({ id, revision, reason: words(3, longest.hiddenReason, 'reason') });
export const seenForm = z.object({ id, revision });

export const promiseForm = z.object({
  id,
  what: words(3, longest.promise, 'what'),
  dueOn: day,
  portfolioId: chosen,
  isNamed: ticked,
});

/** As a helper writes it for somebody. */
export const typedPromiseForm = promiseForm.extend({
  forId: chosen,
  promiser: z
    .string()
    .default('')
    .transform(oneKind)
    .refine((typed) => typed.length <= longest.promiser, tooLong(longest.promiser)),
});

export const promiseAnswerForm = z.object({
  id,
  revision,
  answer: z.enum(promiseAnswers, mistake('answer')),
  text: text(longest.promiseAnswer),
});

export const namingForm = z.object({ shownAs: words(2, longest.shownAs, 'shownAs') });

export const reportForm = z.object({
  revision,
  intro: text(longest.intro),
  /** kind:id */
  leftOut: z
    .array(z.string().max(60))
    .max(5000)
    .default([])
    .transform((all) =>
      all.flatMap((one) => {
        const [kindText = '', subjectId = ''] = one.split(':', 2);
        const kind = omissionKinds.find((known) => known === kindText);
        return kind === undefined || !isId(subjectId) ? [] : [{ kind, subjectId }];
      }),
    ),
});

export const publishForm = z.object({ revision, names: z.string().max(100) });

export const putForwardForm = z.object({
  id,
  bodyId: z.string(mistake('body')).refine(isId, mistake('body')),
  title: words(3, longest.itemTitle, 'itemTitle'),
  request: words(10, longest.request, 'request'),
  questionIds: z
    .array(z.string().refine(isId, mistake('form')))
    .max(200)
    .default([]),
});

export const itemAnswerForm = z.object({
  revision,
  answer: z.enum(itemAnswers, mistake('itemAnswer')),
  text: words(shortestAnswer, longest.answer, 'answerText'),
});
