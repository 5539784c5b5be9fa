import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import { mistakeOf } from './form-mistakes.ts';
import { turnAway } from './turn-away.server.ts';

/** Most fields that a form of ours has; more is an attack on the parser. */
const mostFields = 400;

/** Conform would take these as orders to change the form; no form of ours gives any, and a broken one throws. */
const ordersToConform = ['__intent__', '__state__'];

/**
 * What was posted against a schema. Mistakes are keys in the texts (app/i18n/message.ts).
 * On `submission.status !== 'success'` answer with `rejected(submission.reply())`.
 */
export function parseForm<Schema extends z.ZodType>(form: FormData, schema: Schema) {
  const names = [...form.keys()];
  if (names.length > mostFields) throw new Response(null, { status: 413 });
  if (names.some((name) => ordersToConform.includes(name) || hasPlaceOffTheList(name))) throw turnAway(400);
  return parseWithZod(form, { schema, error: mistakeOf });
}

/** Whether a name such as `rows[99999999].x` asks for a list longer than any form: making it would use up all memory. */
function hasPlaceOffTheList(name: string): boolean {
  return [...name.matchAll(/\[(\d+)\]/g)].some(([, place]) => Number(place) >= mostFields);
}
