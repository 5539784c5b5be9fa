import { z } from 'zod';

/**
 * What was typed is kept as it was typed, also when it is wrong: these shapes read a form and a saved draft without
 * ever refusing. What is complete and right is judged by the schema of the step.
 */

/** Longest text that is kept for one field. No form of ours reaches it; it keeps a hostile one from filling the disk. */
const longestKept = 20_000;

const mostChoices = 120;
const mostRows = 30;

/** One text as typed. */
export const typedText = z.string().max(longestKept).catch('');

/** Any number of ticked choices. */
export const typedChoices = z.array(z.string().max(200)).max(mostChoices).catch([]);

/** Lines that people add to, each with the same fields. */
export function typedRows<Shape extends Record<string, z.ZodType<string>>>(shape: Shape) {
  return z.array(z.object(shape)).max(mostRows).catch([]);
}

/** Line ends as one character: browsers post two for what a script reads as one. */
export function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').replaceAll('\u0000', '') : '';
}

export function readChoices(form: FormData, name: string): string[] {
  const values = form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '');
  return [...new Set(values)];
}

/** Lines `name[0].field`, without those that were left empty. */
export function readRows<Field extends string>(
  form: FormData,
  name: string,
  fields: readonly Field[],
): Record<Field, string>[] {
  const rows: Record<Field, string>[] = [];
  for (let index = 0; index < mostRows; index += 1) {
    const entries = fields.map((field): [Field, string] => [field, readText(form, `${name}[${index}].${field}`)]);
    if (entries.some(([, value]) => value.trim() !== ''))
      rows.push(Object.fromEntries(entries) as Record<Field, string>);
  }
  return rows;
}

/** True when a field holds more than is kept; then the form comes back and nothing is cut off. */
export function holdsTooMuch(value: unknown): boolean {
  if (typeof value === 'string') return value.length > longestKept;
  if (Array.isArray(value)) return value.length > mostChoices || value.some(holdsTooMuch);
  if (typeof value === 'object' && value !== null) return Object.values(value).some(holdsTooMuch);
  return false;
}
