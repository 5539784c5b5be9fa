import type { z } from 'zod';
import { formMessage } from '#app/i18n/message.ts';

const formats: Record<string, string> = { email: 'forms:email', url: 'forms:url', date: 'forms:date' };

/**
 * The text for a mistake that the schema gives no message of its own, as a key with what is filled in.
 * Give to `parseWithZod` as `error`, in the browser and on the server alike.
 */
export function mistakeOf(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'forms:required';
      return issue.expected === 'number' || issue.expected === 'int' ? 'forms:number' : 'forms:invalid';
    case 'too_small':
      return tooLittle(issue.origin, Number(issue.minimum));
    case 'too_big':
      return tooMuch(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return formats[issue.format] ?? 'forms:invalid';
    case 'invalid_value':
    case 'invalid_union':
      return 'forms:choose';
    default:
      return 'forms:invalid';
  }
}

function tooLittle(origin: string, minimum: number): string {
  if (origin === 'string') return minimum <= 1 ? 'forms:required' : formMessage('forms:tooShort', { count: minimum });
  if (origin === 'array' || origin === 'set')
    return minimum <= 1 ? 'forms:choose' : formMessage('forms:tooFew', { count: minimum });
  return formMessage('forms:tooSmall', { least: minimum });
}

function tooMuch(origin: string, maximum: number): string {
  if (origin === 'string') return formMessage('forms:tooLong', { count: maximum });
  if (origin === 'array' || origin === 'set') return formMessage('forms:tooMany', { count: maximum });
  return formMessage('forms:tooLarge', { most: maximum });
}
