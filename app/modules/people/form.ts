import { z } from 'zod';
import { dayField } from '#app/kernel/form-fields.ts';
import { longestName, normalEmail, spokenLanguages } from './person.ts';
import { longestHousehold, roles } from './role.ts';

/** Input of the forms about people. Messages are keys of the texts. */

const email = z.string().trim().max(200).pipe(z.email()).transform(normalEmail);

export const signInForm = z.object({ email, naar: z.string().max(500).optional() });

export const emailForm = z.object({ email });

/** A code as it was typed or pasted, with spaces or dashes. */
export const codeForm = z.object({
  code: z.string({ error: 'people:mistake.code' }).trim().min(1, 'people:mistake.code').max(40, 'people:mistake.code'),
});

export const profileForm = z.object({
  name: z.string().trim().max(longestName).default(''),
  nameIsPublic: z.literal('on').optional(),
  locale: z.enum(['nl', 'en']),
  languages: z.array(z.enum(spokenLanguages)).max(spokenLanguages.length),
  areas: z.array(z.string().max(10)).max(100),
  themes: z.array(z.string().max(80)).max(100),
  mailOnSteps: z.literal('on').optional(),
  mailOnWork: z.literal('on').optional(),
});

export const organisationForm = z.object({
  organisationId: z.string({ error: 'people:mistake.organisation' }).min(1, 'people:mistake.organisation').max(50),
  note: z.string().trim().max(500).default(''),
});

/** Words that somebody types to show that they mean it, in both languages. */
const confirmations = ['verwijder', 'delete'];

export function isConfirmation(typed: string): boolean {
  return confirmations.includes(typed.trim().toLowerCase());
}

export const deleteAccountForm = z.object({
  confirmation: z
    .string({ error: 'people:mistake.confirmation' })
    .refine(isConfirmation, 'people:mistake.confirmation'),
  /** Asked of who is still to be paid. */
  givesUpUnpaid: z.literal('on').optional(),
});

const day = dayField('forms:date');

export const grantRoleForm = z.object({
  email,
  bodyId: z.string({ error: 'forms:choose' }).max(50),
  role: z.enum(roles),
  /** Empty: as a resident. */
  organisationId: z.string().max(50).optional(),
  household: z
    .string()
    .max(longestHousehold)
    .transform((typed) => typed.trim().replaceAll(/\s+/g, ' ') || null)
    .optional(),
  beginsOn: day,
  endsOn: day.optional(),
});

export const personForm = z.object({ email });
