import { cents, formatCents } from '#app/kernel/money.ts';
import type { PlanMistake } from './plan-row.ts';

/** What fills in the text of a mistake: amounts (`nowCents`) as words (`now`) in the language of the reader. */
export function mistakeFacts(facts: PlanMistake['facts'], locale: 'nl' | 'en'): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) =>
      name.endsWith('Cents') ? [name.slice(0, -5), formatCents(cents(Number(value)), locale)] : [name, value],
    ),
  );
}
