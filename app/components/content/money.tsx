import { useTranslation } from 'react-i18next';
import { type Cents, formatCents } from '#app/kernel/money.ts';

/** "€ 1.234,56", in figures of one width and never broken over two lines. */
export function Money({ cents }: { cents: Cents }) {
  const { i18n } = useTranslation();
  return (
    <data value={(cents / 100).toFixed(2)} className="tabular whitespace-nowrap">
      {formatCents(cents, i18n.language === 'en' ? 'en' : 'nl')}
    </data>
  );
}
