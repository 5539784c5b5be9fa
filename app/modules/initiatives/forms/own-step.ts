import { z } from 'zod';
import { requiredText } from './checked.ts';

const broken = 'initiatives:refusal.form-broken';

/**
 * A step that submitters take with their own plan: the text that goes with it, the revision that they saw, and the key
 * of the form. @param least shortest text, @param most longest, in characters
 */
export const ownStepForm = (most: number, least = 1) =>
  z.object({ formKey: z.uuid(broken), revision: z.coerce.number(broken).int(broken), text: requiredText(most, least) });
