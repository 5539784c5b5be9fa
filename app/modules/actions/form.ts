import { z } from 'zod';
import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { dayOrNoneField, revisionField, textField, wordsField } from '#app/kernel/form-fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { dueKinds, longestActionText as longest, shortestActionText } from './action.ts';

/** What people type about actions. Messages are keys of the texts. */

const mistake = (key: string) => `actions:mistake.${key}`;

/** An id of a list, or nothing. */
const chosen = z
  .string()
  .default('')
  .transform((typed) => (isId(typed) ? typed : null));

const content = {
  title: wordsField(shortestActionText, longest.title, mistake('title')),
  explanation: textField(longest.explanation),
  ownerPersonId: chosen,
  organisationId: chosen,
  ownerWords: textField(longest.owner),
  dueKind: z.enum(dueKinds, mistake('dueKind')),
  dueOn: dayOrNoneField(mistake('dueOn'), '2020-01-01'),
};

type Typed = { organisationId: string | null; ownerWords: string; dueKind: string; dueOn: CalendarDate | null };

function judge({ organisationId, ownerWords, dueKind, dueOn }: Typed, context: z.RefinementCtx): void {
  if (organisationId === null && ownerWords === '')
    context.addIssue({ code: 'custom', path: ['ownerWords'], message: mistake('owner') });
  if (dueKind === 'day' && dueOn === null)
    context.addIssue({ code: 'custom', path: ['dueOn'], message: mistake('dueOn') });
}

export const newActionForm = z
  .object({
    ...content,
    id: z.uuid(mistake('form')),
    decisionNumber: textField(20),
  })
  .superRefine(judge);

export const changeActionForm = z.object({ ...content, revision: revisionField(mistake('form')) }).superRefine(judge);

export const moves = ['progress', 'done', 'dropped', 'handed', 'reopened'] as const;
export type Move = (typeof moves)[number];

export const moveForm = z
  .object({
    move: z.enum(moves, mistake('move')),
    revision: revisionField(mistake('form')),
    newId: z.uuid(mistake('form')),
    text: textField(longest.update),
    toBodyId: chosen,
  })
  .superRefine(({ move, text: said, toBodyId }, context) => {
    if (move !== 'done' && said.length < shortestActionText)
      context.addIssue({ code: 'custom', path: ['text'], message: mistake('reason') });
    if (move === 'handed' && toBodyId === null)
      context.addIssue({ code: 'custom', path: ['toBodyId'], message: mistake('body') });
  });

/** What was typed as what an action says; without a day for "as soon as possible" it is asked about on `askedOn`. */
export function contentOfForm(
  typed: Typed & {
    title: string;
    explanation: string;
    ownerPersonId: string | null;
    dueKind: 'day' | 'asap' | 'ongoing';
  },
  askedOn: CalendarDate,
) {
  const { title, explanation, ownerPersonId, organisationId, ownerWords, dueKind, dueOn } = typed;
  return {
    ...{ title, explanation },
    owner: { personId: ownerPersonId, organisationId, words: ownerWords },
    due: dueKind === 'ongoing' ? ({ kind: 'ongoing' } as const) : { kind: dueKind, on: dueOn ?? askedOn },
  };
}
