import { useTranslation } from 'react-i18next';
import { cents as toCents, formatCents, type Cents } from '#app/kernel/money.ts';

/** A change: with a plus or a minus, so that the sign does not hang on colour. */
export function SignedMoney({ cents }: { cents: Cents }) {
  const { i18n } = useTranslation();
  const sign = cents < 0 ? '−' : cents > 0 ? '+' : '';
  return (
    <data value={(cents / 100).toFixed(2)} className="tabular whitespace-nowrap">
      {sign}
      {'\u2009'}
      {formatCents(toCents(Math.abs(cents)), i18n.language === 'en' ? 'en' : 'nl')}
    </data>
  );
}
