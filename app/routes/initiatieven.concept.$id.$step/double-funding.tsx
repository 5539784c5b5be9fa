import { useTranslation } from 'react-i18next';
import { Notice } from '#app/components/page/notice.tsx';
import { formatCents, parseCents } from '#app/kernel/money.ts';
import { doubleFunding, type BudgetLine, type FundingLine } from '#app/modules/initiatives/budget.ts';
import { fundingStates, type TypedOtherFunding } from '#app/modules/initiatives/forms/other-funding.ts';

type DoubleFundingProps = { budget: readonly { description: string; amount: string }[]; funding: TypedOtherFunding };

/** Warns while there is still time when the same costs could be paid twice. */
export function DoubleFunding({ budget, funding }: DoubleFundingProps) {
  const { t, i18n } = useTranslation('draft');
  const costs = budget.flatMap(({ description, amount }): BudgetLine[] => {
    const value = parseCents(amount);
    return value === null || value <= 0 ? [] : [{ description, amount: value }];
  });
  const elsewhere = funding.funding.flatMap(({ party, amount, state: typedState }): FundingLine[] => {
    const value = parseCents(amount);
    const state = fundingStates.find((known) => known === typedState);
    return value === null || value <= 0 || state === undefined ? [] : [{ party, amount: value, state }];
  });
  const double = funding.any === 'yes' ? doubleFunding(costs, elsewhere) : null;
  if (double === null) return null;
  const amount = formatCents(double.overlap, i18n.language === 'en' ? 'en' : 'nl');
  return (
    <Notice tone={double.risk === 'certain' ? 'warning' : 'info'} title={t(`double.${double.risk}`, { amount })}>
      <p>{t(`double.${double.risk}Text`)}</p>
    </Notice>
  );
}
