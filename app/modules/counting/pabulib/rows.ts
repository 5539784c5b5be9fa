import type { Cents } from '#app/kernel/money.ts';

/**
 * One line of a Pabulib file: fields between semicolons; a field that begins with a quotation mark goes on to the next single one,
 * and a doubled one in it stands for itself. Without that next one it is text like any other.
 */
export function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  for (let at = 0; ; at += 1) {
    const quoted = /^"((?:[^"]|"")*)"(?=;|$)/.exec(line.slice(at));
    const end = quoted === null ? line.indexOf(';', at) : at + quoted[0].length;
    const stop = end === -1 ? line.length : end;
    fields.push(quoted === null ? line.slice(at, stop) : (quoted[1] ?? '').replaceAll('""', '"'));
    if (stop >= line.length) return fields;
    at = stop;
  }
}

/** The line of these fields; line breaks in one become spaces, since a line is all that there is. */
export function lineOf(fields: readonly string[]): string {
  return fields
    .map((field) => field.replace(/\s*[\r\n]+\s*/g, ' '))
    .map((field) => (field.includes(';') || field.startsWith('"') ? `"${field.replaceAll('"', '""')}"` : field))
    .join(';');
}

/** Cents of an amount in whole units with at most two decimals after a point or comma; null when it is none. */
export function amountOf(text: string): number | null {
  const parts = /^(\d+)(?:[.,](\d+))?$/.exec(text.trim());
  const decimals = (parts?.[2] ?? '').replace(/0+$/, '');
  if (parts === null || decimals.length > 2) return null;
  const cents = Number(parts[1]) * 100 + Number(decimals.padEnd(2, '0'));
  return Number.isSafeInteger(cents) ? cents : null;
}

/** An amount as a file has it: whole units where it is whole, else two decimals after a point. */
export function amountIn(amount: Cents): string {
  const whole = Math.trunc(amount / 100);
  const rest = amount - whole * 100;
  return rest === 0 ? String(whole) : `${String(whole)}.${String(rest).padStart(2, '0')}`;
}
