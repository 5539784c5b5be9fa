import { z } from 'zod';
import { normalEmail } from '#app/modules/people/person.ts';
import { readSubject, rhythms, type Subject } from './subject.ts';

const subject = z
  .string()
  .default('')
  .transform((word, context): Subject => {
    const read = readSubject(word.trim());
    if (read !== null) return read;
    context.addIssue({ code: 'custom', message: 'subscriptions:mistake.subject' });
    return z.NEVER;
  });

const rhythm = z.enum(rhythms, 'subscriptions:mistake.rhythm');

const email = z
  .string('forms:email')
  .trim()
  .max(200, 'forms:email')
  .pipe(z.email('forms:email'))
  .transform(normalEmail);

/** Following with an account. */
export const followForm = z.object({ wat: subject, rhythm });

/** Following with only an address. */
export const followByMailForm = z.object({ wat: subject, rhythm, email, website: z.string().default('') });

/** Changing how often mail comes. */
export const rhythmForm = z.object({ rhythm });

/** Following something more, or something no more. */
export const subjectForm = z.object({ wat: subject });
