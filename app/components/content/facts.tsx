import type { ReactNode } from 'react';

export type Fact = { term: ReactNode; value: ReactNode };

/** What there is to know in a few words: "Buurt: Slotermeer". Facts without a value are left out. */
export function Facts({ facts, layout = 'stacked' }: { facts: readonly Fact[]; layout?: 'stacked' | 'beside' }) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '');
  const row = layout === 'beside' ? 'sm:grid sm:grid-cols-[12rem_1fr] sm:gap-6' : '';
  return (
    <dl className="flex flex-col gap-4">
      {known.map(({ term, value }, index) => (
        <div key={index} className={row}>
          <dt className="text-sm text-ink-soft">{term}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
