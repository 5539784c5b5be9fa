import { z } from 'zod';
import { dayField } from '#app/kernel/form-fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { declarations } from './interest.ts';

/** Longest texts of these forms, in characters. */
export const longest = { title: 100, reason: 2000, note: 2000 } as const;

const id = z.string().refine(isId, 'forms:choose');

const someInitiatives = z.array(id).min(1, 'scoring:mistake.chooseInitiatives').max(200);

const day = dayField('forms:date');

/** A round with all that it begins with. */
export const openRoundForm = z
  .object({
    bodyId: id,
    title: z.string().trim().min(3).max(longest.title),
    criteriaVersionId: id,
    opensOn: day,
    closesOn: day,
    minimumReviews: z.number().int().min(1).max(20),
    /** Empty: no fund. */
    fundId: id.nullable().default(null),
    initiativeIds: someInitiatives,
    reviewerIds: z.array(id).max(200).default([]),
    formKey: z.uuid(),
  })
  .superRefine((value, context) => {
    if (value.closesOn < value.opensOn)
      context.addIssue({ code: 'custom', path: ['closesOn'], message: 'scoring:mistake.endBeforeStart' });
  });

/** More initiatives for a round that is open. */
export const enterForm = z.object({ initiativeIds: someInitiatives });

/** People for one initiative of a round. */
export const assignForm = z.object({ entryId: id, personIds: z.array(id).min(1).max(200) });

/** Taking an initiative out of a round. */
export const leaveForm = z.object({ entryId: id, reason: z.string().trim().min(10).max(longest.reason) });

/** What a reviewer says of interests before the dossier opens, or later. */
export const declareForm = z
  .object({ kind: z.enum(declarations), note: z.string().trim().max(longest.note).default('') })
  .superRefine((value, context) => {
    if (value.kind === 'other' && value.note === '')
      context.addIssue({ code: 'custom', path: ['note'], message: 'scoring:mistake.explainOther' });
  });

/** The same once the dossier is open: 'none' is no answer any more. */
export const declareLaterForm = declareForm.refine(({ kind }) => kind !== 'none', {
  path: ['kind'],
  message: 'forms:choose',
});
