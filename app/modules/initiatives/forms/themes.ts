import { z } from 'zod';
import { readChoices, typedChoices } from './typed.ts';

export const typedThemes = z.object({ themes: typedChoices });

export type TypedThemes = z.infer<typeof typedThemes>;

export function readThemes(form: FormData): TypedThemes {
  return { themes: readChoices(form, 'themes') };
}

const mostThemes = 3;

/** @param themeSlugs slugs that exist */
export function chosenThemes(themeSlugs: ReadonlySet<string>) {
  return z.object({
    themes: z
      .array(z.string())
      .min(1, 'initiatives:mistake.chooseTheme')
      .max(mostThemes, 'initiatives:mistake.tooManyThemes')
      .refine((themes) => themes.every((slug) => themeSlugs.has(slug)), 'initiatives:mistake.unknownTheme'),
  });
}
