import { useTranslation } from 'react-i18next';
import type { WaitingItem } from '#app/modules/payouts/statement-views.ts';
import { Money } from '../content/money.tsx';

/** An amount with the word for which way it went. */
export function ItemAmount({ item: { amount, direction } }: { item: Pick<WaitingItem, 'amount' | 'direction'> }) {
  const { t } = useTranslation('statements');
  return (
    <>
      <Money cents={amount} />{' '}
      <span className="text-ink-soft">{t(direction === 'debit' ? 'work.out' : 'work.in')}</span>
    </>
  );
}
