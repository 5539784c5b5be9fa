import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#app/kernel/canonical-json.ts';

/** SHA-256 in hexadecimal over the canonical form, in UTF-8: what `sha256sum` says of the published file. */
export function receiptOf(published: Json): string {
  return createHash('sha256').update(canonicalJson(published), 'utf8').digest('hex');
}
