import type { Translate } from './texts.ts';

type Facts = Record<string, string | number>;

/**
 * A text by its key and what is filled in, as one string: forms carry their mistakes as plain strings.
 * `formMessage('forms:tooLong', { count: 120 })` → `forms:tooLong?count=120`
 */
export function formMessage(key: string, facts: Facts = {}): string {
  const query = new URLSearchParams(Object.entries(facts).map(([name, value]) => [name, String(value)])).toString();
  return query === '' ? key : `${key}?${query}`;
}

/** The words of a message made by `formMessage`. An unknown key shows itself: a test looks for those. */
export function sayMessage(t: Translate, message: string): string {
  const [key = '', query = ''] = message.split('?', 2);
  const facts = Object.fromEntries(
    [...new URLSearchParams(query)].map(([name, value]) => [name, /^-?\d+$/.test(value) ? Number(value) : value]),
  );
  return (t as (key: string, facts: Facts) => string)(key, facts);
}
