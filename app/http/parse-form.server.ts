import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import { mostFields } from './form-limits.ts';
import { mistakeOf } from './form-mistakes.ts';
import { turnAway } from './turn-away.server.ts';

/** Longest name of a field; `criteria[12].levels[3].description` is a long one. */
const longestName = 200;

/** What Conform's own buttons send along: orders to insert in a list, read as JSON. Our forms have none. */
const orders = ['__intent__', '__state__'];

/**
 * What was posted against a schema. Mistakes are keys in the texts (app/i18n/message.ts).
 * On `submission.status !== 'success'` answer with `rejected(submission.reply())`.
 * @throws Response 400 or 413 for what no form of ours sends
 */
export function parseForm<Schema extends z.ZodType>(form: FormData, schema: Schema) {
  const names = [...form.keys()];
  if (names.length > mostFields) throw turnAway(413);
  if (names.some((name) => name.length > longestName || orders.includes(name) || hasPlaceOffTheList(name)))
    throw turnAway(400);
  return parseWithZod(form, { schema, error: mistakeOf });
}

/**
 * Whether a name such as `rows[99999999].x` asks for a list longer than any form. Conform fills a list up to the place
 * that a name asks for, so that one post would keep the whole product busy until its memory is full.
 */
function hasPlaceOffTheList(name: string): boolean {
  return [...name.matchAll(/\[(\d+)\]/g)].some(([, place]) => Number(place) >= mostFields);
}
