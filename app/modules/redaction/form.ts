import { z } from 'zod';
import { groundCodes } from './ground.ts';

/** What an editor sends. Messages are keys of the texts. */

const mistake = (key: string) => `redaction:mistake.${key}`;
const longestReplacement = 120;
const longestWord = 120;
const longestWhy = 1000;

const ids = z
  .union([z.uuid(mistake('form')).transform((id) => [id]), z.array(z.uuid(mistake('form')))], mistake('nothing'))
  .refine((given) => given.length > 0, mistake('nothing'));
const ground = z.enum(groundCodes, mistake('ground'));
const replacement = z.string().trim().max(longestReplacement, mistake('replacement')).default('');
const revision = z.coerce.number(mistake('form')).int().min(1).max(10_000_000);

/** One answer for one or more marks. */
export const decideForm = z.object({
  mark: ids,
  answer: z.enum(['accept', 'reject'], mistake('form')),
  ground,
  replacement,
});

/** A word in every place, or only the place that was selected. */
export const ownMarkForm = z.object({
  word: z
    .string(mistake('word'))
    .transform((typed) => typed.replaceAll(/\s+/gu, ' ').trim())
    .refine((typed) => typed.length >= 2, mistake('word'))
    .refine((typed) => typed.length <= longestWord, mistake('wordTooLong')),
  ground,
  replacement,
  where: z.enum(['everywhere', 'here']).default('everywhere'),
  passage: z.string().max(200).default(''),
  start: z.coerce.number().int().min(0).max(100_000).default(0),
  list: z.enum(['no', 'always', 'never']).default('no'),
});

export const offWordForm = z.object({ wordId: z.uuid(mistake('form')) });
export const revisionForm = z.object({ revision });
export const sendBackForm = z.object({
  revision,
  why: z.string(mistake('why')).trim().min(3, mistake('why')).max(longestWhy, mistake('whyTooLong')),
});
