import { z } from 'zod';

const mostWords = 20;
export const longestWord = 80;

/** Pieces of a line, as somebody types a list: by comma, semicolon or line; each once. */
export function piecesOf(text: string): string[] {
  const pieces = text
    .split(/[,;\n]/)
    .map((piece) => piece.trim().replaceAll(/\s+/g, ' '))
    .filter((piece) => piece !== '');
  const known = new Map(pieces.map((piece) => [piece.toLocaleLowerCase('nl'), piece]));
  return [...known.values()];
}

const id = z.uuid().optional();

/** Words that mean one thing. Without id: a new line. */
export const synonymForm = z.object({
  id,
  words: z
    .string()
    .max(2000)
    .transform(piecesOf)
    .pipe(
      z
        .array(z.string().max(longestWord, 'searchWords:form.wordTooLong'))
        .min(2, 'searchWords:form.twoWords')
        .max(mostWords, 'searchWords:form.tooManyWords'),
    ),
});

/** A name and the areas where it is. Without id: a new place. */
export const placeForm = z.object({
  id,
  name: z
    .string()
    .trim()
    .min(2)
    .max(longestWord)
    .transform((name) => name.replaceAll(/\s+/g, ' ')),
  areas: z
    .string()
    .max(1000)
    .transform((text) => piecesOf(text.replaceAll(/\s+/g, ',')).map((code) => code.toUpperCase()))
    .pipe(z.array(z.string()).min(1, 'searchWords:form.noArea').max(mostWords, 'searchWords:form.tooManyAreas')),
});

/** A line of the list, as the record keeps it. */
export const placeLine = (name: string, areas: readonly string[]) => `${name}: ${areas.join(', ')}`;
