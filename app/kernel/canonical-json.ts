export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * JSON in its one canonical form (RFC 8785): no white space, keys sorted by UTF-16 code units, numbers and strings as
 * ECMAScript writes them. The same content always gives the same text, so that its SHA-256 can be checked by anybody.
 * @throws RangeError for what JSON cannot carry without loss: NaN, infinity, undefined, half of a surrogate pair
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError(`not a number in JSON: ${value}`);
  if (typeof value === 'string' && /\p{Surrogate}/u.test(value)) throw new RangeError('text with half of a character');
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    // JavaScript compares text by UTF-16 code units, as the RFC asks
    const keys = Object.keys(value).sort();
    const record = value as { readonly [key: string]: Json };
    return `{${keys.map((key) => `${canonicalJson(key)}:${canonicalJson(record[key] as Json)}`).join(',')}}`;
  }
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new RangeError('undefined is no JSON');
  return text;
}
