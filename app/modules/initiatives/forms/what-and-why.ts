import { z } from 'zod';
import { longest, optionalText, requiredText } from './checked.ts';
import { readText, typedText } from './typed.ts';

export const typedWhatAndWhy = z.object({
  title: typedText,
  summary: typedText,
  why: typedText,
  what: typedText,
  result: typedText,
});

export type TypedWhatAndWhy = z.infer<typeof typedWhatAndWhy>;

export function readWhatAndWhy(form: FormData): TypedWhatAndWhy {
  return {
    title: readText(form, 'title'),
    summary: readText(form, 'summary'),
    why: readText(form, 'why'),
    what: readText(form, 'what'),
    result: readText(form, 'result'),
  };
}

export const whatAndWhy = z.object({
  title: requiredText(longest.title, 3).transform((text) => text.replaceAll(/\s+/g, ' ')),
  summary: requiredText(longest.summary, 20),
  why: requiredText(longest.story),
  what: requiredText(longest.story),
  result: optionalText(longest.story),
});
