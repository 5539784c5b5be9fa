import { parseWithZod } from '@conform-to/zod/v4';
import type { z } from 'zod';
import { turnAway } from './turn-away.server.ts';
import { mistakeOf } from './form-mistakes.ts';

/** Most fields that a form of ours has; more is an attack on the parser. */
const mostFields = 400;

/**
 * What was posted against a schema. Mistakes are keys in the texts (app/i18n/message.ts).
 * On `submission.status !== 'success'` answer with `rejected(submission.reply())`.
 */
export function parseForm<Schema extends z.ZodType>(form: FormData, schema: Schema) {
  if ([...form.keys()].length > mostFields) throw turnAway(413);
  return parseWithZod(form, { schema, error: mistakeOf });
}
