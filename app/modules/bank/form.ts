import { z } from 'zod';
import type { Outcome } from '#app/kernel/outcome.ts';
import { formMessage } from '#app/i18n/message.ts';
import { readHolder, type HolderMistake } from './holder.ts';
import { readIban, type IbanMistake } from './iban.ts';

/** What somebody types of their bank account. Messages are keys of the texts. */

/** Far more than any number or name has; what is wrong within it is told precisely. */
const mostTyped = 200;

const read = <Value>(judge: (typed: string) => Outcome<Value, IbanMistake | HolderMistake>) =>
  z
    .string()
    .max(mostTyped)
    .default('')
    .transform((typed, context) => {
      const judged = judge(typed);
      if (judged.ok) return judged.value;
      context.addIssue({ code: 'custom', message: formMessage(`bank:refusal.${judged.reason}`, judged.detail) });
      return z.NEVER;
    });

export const accountForm = z.object({
  formKey: z.uuid('bank:mistake.form'),
  /** Empty where there was no account. */
  replaces: z.string().max(50).default(''),
  iban: read(readIban),
  holder: read(readHolder),
});
