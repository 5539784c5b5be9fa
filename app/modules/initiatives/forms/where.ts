import { z } from 'zod';
import { longest, optionalText } from './checked.ts';
import { readChoices, readText, typedChoices, typedText } from './typed.ts';

export const typedWhere = z.object({ scope: typedText, areas: typedChoices, place: typedText });

export type TypedWhere = z.infer<typeof typedWhere>;

const scopes = ['district', 'areas'] as const;

export function readWhere(form: FormData): TypedWhere {
  return { scope: readText(form, 'scope'), areas: readChoices(form, 'areas'), place: readText(form, 'place') };
}

const mostAreas = 20;

/** @param areaCodes codes that exist */
export function where(areaCodes: ReadonlySet<string>) {
  return z
    .object({
      scope: z.enum(scopes, 'initiatives:mistake.chooseScope'),
      areas: z.array(z.string()),
      place: optionalText(longest.line),
    })
    .superRefine((value, context) => {
      if (value.scope === 'district') return;
      const message = mistakeInAreas(value.areas, areaCodes);
      if (message !== null) context.addIssue({ code: 'custom', path: ['areas'], message });
    })
    .transform(({ scope, areas, place }) => ({
      wholeDistrict: scope === 'district',
      areas: scope === 'district' ? [] : areas,
      place,
    }));
}

function mistakeInAreas(areas: readonly string[], areaCodes: ReadonlySet<string>): string | null {
  if (areas.length === 0) return 'initiatives:mistake.chooseArea';
  if (areas.length > mostAreas) return 'initiatives:mistake.tooManyAreas';
  return areas.every((code) => areaCodes.has(code)) ? null : 'initiatives:mistake.unknownArea';
}
