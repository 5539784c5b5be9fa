import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cents } from '#app/kernel/money.ts';
import { BudgetMeter } from '../figures/budget-meter.tsx';

type ActivityMeterProps = {
  /** What the bar is of, for who listens. */
  label: ReactNode;
  budget: Cents;
  approved: Cents;
  /** Claimed and not answered yet. */
  waiting: Cents;
};

/** How much of the budget of an activity volunteers claimed. */
export function ActivityMeter({ label, budget, approved, waiting }: ActivityMeterProps) {
  const { t } = useTranslation('coordination');
  const terms = {
    paid: t('meter.approved'),
    committed: t('meter.waiting'),
    left: t('meter.left'),
    budget: t('meter.budget'),
  };
  return <BudgetMeter label={label} budget={budget} paid={approved} committed={waiting} terms={terms} />;
}
