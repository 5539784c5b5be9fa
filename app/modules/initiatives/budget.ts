import { addCents, cents, noMoney, type Cents } from '#app/kernel/money.ts';
import type { fundingStates } from './forms/other-funding.ts';

export type BudgetLine = { description: string; amount: Cents };

export type FundingState = (typeof fundingStates)[number];

/** Money asked or received elsewhere for the same costs. */
export type FundingLine = { party: string; amount: Cents; state: FundingState };

/** What the plan asks of the programme: the sum of its budget lines. */
export function requestedAmount(budget: readonly BudgetLine[]): Cents {
  return addCents(...budget.map((line) => line.amount));
}

/**
 * Costs that could be paid twice: what is asked here and elsewhere for the same costs, as far as the two overlap.
 * 'certain' when money elsewhere was received or promised, 'possible' when it was only asked for.
 * @returns null when nothing overlaps
 */
export function doubleFunding(budget: readonly BudgetLine[], funding: readonly FundingLine[]): { risk: 'certain' | 'possible'; overlap: Cents } | null {
  const sure = funding.filter(({ state }) => state === 'received' || state === 'promised');
  const open = funding.filter(({ state }) => state !== 'refused');
  const elsewhere = addCents(...open.map(({ amount }) => amount));
  const overlap = cents(Math.min(requestedAmount(budget), elsewhere));
  if (overlap === noMoney) return null;
  return { risk: sure.length > 0 ? 'certain' : 'possible', overlap };
}
