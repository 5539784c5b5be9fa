import { z } from 'zod';
import { longest, optionalText, requiredText } from './checked.ts';
import { readChoices, readText, typedChoices, typedText } from './typed.ts';

/** `as` is 'myself' or the id of an organisation that the person acts for. */
export const typedWho = z.object({
  as: typedText,
  group: typedText,
  partners: typedChoices,
  otherPartners: typedText,
  ownership: typedText,
});

export type TypedWho = z.infer<typeof typedWho>;

export function readWho(form: FormData): TypedWho {
  return {
    as: readText(form, 'as'),
    group: readText(form, 'group'),
    partners: readChoices(form, 'partners'),
    otherPartners: readText(form, 'otherPartners'),
    ownership: readText(form, 'ownership'),
  };
}

const mostPartners = 20;

export type WhoKnown = {
  /** Ids of organisations that the person may act for today. */
  ownOrganisations: ReadonlySet<string>;
  organisations: ReadonlySet<string>;
};

export function who(known: WhoKnown) {
  return z
    .object({
      as: z
        .string()
        .min(1, 'initiatives:mistake.chooseWho')
        .refine(
          (as) => as === '' || as === 'myself' || known.ownOrganisations.has(as),
          'initiatives:mistake.notYourOrganisation',
        ),
      group: optionalText(longest.line),
      partners: z
        .array(z.string())
        .max(mostPartners, 'initiatives:mistake.tooManyPartners')
        .refine(
          (partners) => partners.every((id) => known.organisations.has(id)),
          'initiatives:mistake.unknownPartner',
        ),
      otherPartners: optionalText(longest.story),
      ownership: requiredText(longest.story),
    })
    .transform(({ as, partners, ...rest }) => {
      const organisationId = as === 'myself' ? null : as;
      return { organisationId, partners: partners.filter((id) => id !== organisationId), ...rest };
    });
}
