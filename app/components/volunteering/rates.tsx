import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import { useFormats } from '../content/use-formats.ts';

type RatesProps = { activity: { hour: Cents; hourYoung: Cents; paysExpenses: boolean } };

/** What somebody gets for an activity, in words. */
export function Rates({ activity: { hour, hourYoung, paysExpenses } }: RatesProps) {
  const { t } = useTranslation('volunteering');
  const { money } = useFormats();
  if (hour === 0) return <p>{t('rates.expensesOnly')}</p>;
  return (
    <>
      <p className="tabular text-lg font-bold">{t('rates.hour', { amount: money(hour) })}</p>
      {hourYoung === hour ? null : (
        <p>{hourYoung === 0 ? t('rates.youngNone') : t('rates.young', { amount: money(hourYoung) })}</p>
      )}
      <p className="text-ink-soft">{t(paysExpenses ? 'rates.expenses' : 'rates.noExpenses')}</p>
    </>
  );
}
