import { z } from 'zod';
import { submissionChoices } from './setting.ts';

/** The choices about who may submit, with when the page that shows them was made. */
export const submissionRulesForm = z.object({
  civilServants: z.enum(submissionChoices),
  committeeMembers: z.enum(submissionChoices),
  changedAt: z.string().max(40).optional(),
});
