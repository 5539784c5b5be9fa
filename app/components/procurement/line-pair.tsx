import { useTranslation } from 'react-i18next';
import type { CostLine } from '#app/modules/procurement/cost-match.ts';
import { Money } from '../content/money.tsx';
import { Written } from '../content/written.tsx';

/** A cost of this plan beside the one that is like it; of what is not public only this plan's own. */
export function LinePairText({ own, other }: { own: CostLine; other: CostLine | null }) {
  const { t } = useTranslation('procurement');
  return (
    <>
      {t('other.inThis')} <Written>{own.description}</Written> (<Money cents={own.amount} />)
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
