import type { Cents } from '#app/kernel/money.ts';
import { useFormats } from './use-formats.ts';

/** "€ 1.234,56", in figures of one width and never broken over two lines. */
export function Money({ cents }: { cents: Cents }) {
  const { money } = useFormats();
  return (
    <data value={(cents / 100).toFixed(2)} className="tabular whitespace-nowrap">
      {money(cents)}
    </data>
  );
}
