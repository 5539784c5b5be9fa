import { z } from 'zod';
import { textField, tooLong } from '#app/kernel/form-fields.ts';
import { isId } from '#app/kernel/ids.ts';
import { normalEmail, spokenLanguages } from '#app/modules/people/person.ts';
import { isAreaCode } from '#app/modules/programme/district.ts';
import {
  comesAsChoices,
  longestRegistrationText,
  mostChildren,
  mostPortfolios,
  type RegistrationContent,
} from './registration.ts';

/** What somebody types to come. Messages are keys of the texts. */

const mistake = (key: string) => `gatherings:mistake.${key}`;

const portfolios = z
  .array(z.string().refine(isId, mistake('form')))
  .max(mostPortfolios, mistake('portfolios'))
  .default([]);

const content = z.object({
  name: z
    .string(mistake('name'))
    .trim()
    .min(1, mistake('name'))
    .max(longestRegistrationText.name, tooLong(longestRegistrationText.name)),
  comesAs: z.enum(comesAsChoices, mistake('comesAs')),
  comesFrom: textField(longestRegistrationText.comesFrom),
  areaCode: z
    .string()
    .default('')
    .refine((code) => code === '' || isAreaCode(code), mistake('area')),
  languages: z.array(z.enum(spokenLanguages)).min(1, mistake('languages')).max(12, mistake('languages')),
  themes: z.array(z.string().max(80)).max(40).default([]),
  children: z.coerce
    .number(mistake('children'))
    .int(mistake('children'))
    .min(0, mistake('children'))
    .max(mostChildren, mistake('children'))
    .default(0),
  accessWish: textField(longestRegistrationText.accessWish),
  meetWish: textField(longestRegistrationText.meetWish),
  comesFor: portfolios,
  wantsToMeet: portfolios,
});

const email = z
  .string('forms:email')
  .trim()
  .max(200, 'forms:email')
  .pipe(z.email('forms:email'))
  .transform(normalEmail);

const bait = { website: z.string().max(0, mistake('form')).default('') };

/** With an account the address is known; without it is asked. */
export const registerForm = z.intersection(z.object({ formKey: z.uuid(mistake('form')), ...bait }), content);
export const registerByMailForm = z.intersection(
  z.object({ formKey: z.uuid(mistake('form')), email, ...bait }),
  content,
);

export const changeRegistrationForm = z.intersection(
  z.object({ revision: z.coerce.number(mistake('form')).int().min(1).max(1_000_000) }),
  content,
);

type Typed = Omit<RegistrationContent, 'areaCode'> & { areaCode: string };

/** The part that is about the person who comes. */
export function contentOf(typed: Typed): RegistrationContent {
  const { name, comesAs, comesFrom, areaCode, languages, themes, children, accessWish, meetWish } = typed;
  const comesFor = [...new Set(typed.comesFor)];
  return {
    ...{ name, comesAs, comesFrom, languages, themes, children, accessWish, meetWish, comesFor },
    areaCode: areaCode === '' ? null : areaCode,
    wantsToMeet: [...new Set(typed.wantsToMeet)].filter((id) => !comesFor.includes(id)),
  };
}

const longestAgo = 48 * 60 * 60;

/** Marks from the door: made on a phone, perhaps long before they come in. */
export const marksForm = z
  .array(
    z.object({
      key: z.string().refine(isId),
      registrationId: z.string().refine(isId),
      direction: z.enum(['in', 'out']),
      /** How long ago it was marked, in seconds, by the clock of the phone; the hour on that clock does not matter. */
      secondsAgo: z.number().min(0).max(longestAgo),
    }),
  )
  .min(1)
  .max(500);

export type TypedMark = z.infer<typeof marksForm>[number];
