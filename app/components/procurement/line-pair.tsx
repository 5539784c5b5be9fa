import { useTranslation } from 'react-i18next';
import type { CostLine } from '#app/modules/procurement/cost-match.ts';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';

type LinePairTextProps = { own: CostLine; other: CostLine | null; of?: 'plan' | 'spending' };

/** A cost of this plan, or what this spending buys, beside the one that is like it; of what is not public only this plan's own. */
export function LinePairText({ own, other, of = 'plan' }: LinePairTextProps) {
  const { t } = useTranslation('procurement');
  return (
    <>
      {t(of === 'plan' ? 'other.inThis' : 'other.thisSpending')} <Written>{own.description}</Written> (
      <Money cents={own.amount} />)
      {other === null ? null : (
        <>
          {'. '}
          {t('other.there')} <Written>{other.description}</Written> (<Money cents={other.amount} />)
        </>
      )}
      .
    </>
  );
}
