import { z } from 'zod';
import { submitterPositions } from '#app/modules/initiatives/content.ts';
import { longest } from '#app/modules/initiatives/forms/checked.ts';

const tooLong = (most: number) => `forms:tooLong?count=${most}`;

/**
 * The last questions before submitting.
 * @param asks what this submission asks: a first one asks for the body, a later one what changed
 */
export function submissionForm(asks: { body: boolean; note: boolean }) {
  return z.object({
    revision: z.coerce.number().int(),
    formKey: z.string(),
    bodyId: asks.body ? z.string('initiatives:mistake.chooseBody') : z.string().optional(),
    note: asks.note
      ? z.string('forms:required').trim().min(1, 'forms:required').max(longest.story, tooLong(longest.story))
      : z.string().optional(),
    position: z.enum(submitterPositions, 'initiatives:mistake.choosePosition'),
    disclosure: z.string().trim().max(longest.summary, tooLong(longest.summary)).default(''),
    agree: z.literal('on', 'initiatives:mistake.agree'),
  });
}
