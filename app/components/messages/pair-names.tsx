import { useTranslation } from 'react-i18next';
import type { PortfolioName } from '#app/modules/portfolios/views.ts';
import { Written } from '../content/written.tsx';

type PairNamesProps = { one: PortfolioName | null; other: PortfolioName | null };

/** The two sides of a conversation; a person without a portfolio is "a resident". */
export function PairNames({ one, other }: PairNamesProps) {
  const { t } = useTranslation('messages');
  const name = (side: PortfolioName | null) => (side === null ? t('resident') : <Written>{side.name}</Written>);
  return (
    <>
      {name(one)} {t('and')} {name(other)}
    </>
  );
}
