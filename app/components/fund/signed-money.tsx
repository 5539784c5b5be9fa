import { cents as toCents, type Cents } from '#app/kernel/money.ts';
import { useFormats } from '../content/use-formats.ts';

/** A change: with a plus or a minus, so that the sign does not hang on colour. */
export function SignedMoney({ cents }: { cents: Cents }) {
  const { money } = useFormats();
  const sign = cents < 0 ? '−' : cents > 0 ? '+' : '';
  return (
    <data value={(cents / 100).toFixed(2)} className="tabular whitespace-nowrap">
      {sign}
      {'\u2009'}
      {money(toCents(Math.abs(cents)))}
    </data>
  );
}
