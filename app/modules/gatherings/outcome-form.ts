import { z } from 'zod';
import { dayField, revisionField, textField, wordsField } from '#app/kernel/form-fields.ts';
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

const mistake = (key: string) => `eveningPart:mistake.${key}`;

const id = z.uuid(mistake('form'));
const revision = revisionField(mistake('form'), 0);

const words = (least: number, most: number, missing: string) => wordsField(least, most, mistake(missing));

/** An id of a list, or nothing. */
const chosen = z
  .string()
  .default('')
  .transform((typed) => (isId(typed) ? typed : null));

const day = dayField(mistake('dueOn'), '2023-01-01');

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
  about: textField(longest.workshopAbout),
  room: textField(longest.room),
  capacity: whole(workshopCapacity.least, workshopCapacity.most, 'capacity'),
});

/** A design question in its two halves. */
export const questionForm = z
  .object({ id, how: words(3, longest.question, 'how'), so: textField(longest.question) })
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
  promiser: textField(longest.promiser),
});

export const promiseAnswerForm = z.object({
  id,
  revision,
  answer: z.enum(promiseAnswers, mistake('answer')),
  text: textField(longest.promiseAnswer),
});

export const namingForm = z.object({ shownAs: words(2, longest.shownAs, 'shownAs') });

export const reportForm = z.object({
  revision,
  intro: textField(longest.intro),
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
