import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import { mistakeOf } from './form-mistakes.ts';
import { turnAway } from './turn-away.server.ts';

/** Most fields that a form of ours has; more is an attack on the parser. */
const mostFields = 400;

/** Longest name of a field; `criteria[12].levels[3].description` is a long one. */
const longestName = 200;

/**
 * A place in a list with four figures or more. Conform fills a list up to the place that a name asks for, so that one post
 * with `x[4294967290]` would keep the whole product busy until its memory is full.
 */
const farInList = /\[\d{4,}\]/;

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
  if (names.some((name) => name.length > longestName || farInList.test(name) || orders.includes(name)))
    throw turnAway(400);
  return parseWithZod(form, { schema, error: mistakeOf });
}
