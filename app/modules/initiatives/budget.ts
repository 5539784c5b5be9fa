import { addCents, cents, noMoney, parseCents, type Cents } from '#app/kernel/money.ts';
import { largestAmount } from './forms/checked.ts';
import { fundingStates, type TypedOtherFunding } from './forms/other-funding.ts';

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
export function doubleFunding(
  budget: readonly BudgetLine[],
  funding: readonly FundingLine[],
): { risk: 'certain' | 'possible'; overlap: Cents } | null {
  const sure = funding.filter(({ state }) => state === 'received' || state === 'promised');
  const open = funding.filter(({ state }) => state !== 'refused');
  const elsewhere = addCents(...open.map(({ amount }) => amount));
  const overlap = cents(Math.min(requestedAmount(budget), elsewhere));
  if (overlap === noMoney) return null;
  return { risk: sure.length > 0 ? 'certain' : 'possible', overlap };
}

/** An amount as typed, where it can be read as one that a form takes. */
function typedAmount(text: string): Cents[] {
  const amount = parseCents(text);
  return amount === null || amount <= 0 || amount > largestAmount ? [] : [amount];
}

/** What budget lines add up to while they are typed: those that cannot be read do not count. */
export function typedTotal(amounts: readonly string[]): Cents {
  return addCents(...amounts.flatMap(typedAmount));
}

/** Double funding while it is typed, to warn before anything is submitted. */
export function typedDoubleFunding(
  budget: readonly { description: string; amount: string }[],
  typed: TypedOtherFunding,
): ReturnType<typeof doubleFunding> {
  if (typed.any !== 'yes') return null;
  const costs = budget.flatMap(({ description, amount }) =>
    typedAmount(amount).map((cost): BudgetLine => ({ description, amount: cost })),
  );
  const elsewhere = typed.funding.flatMap(({ party, amount, state: typedState }) => {
    const state = fundingStates.find((known) => known === typedState);
    return state === undefined
      ? []
      : typedAmount(amount).map((asked): FundingLine => ({ party, amount: asked, state }));
  });
  return doubleFunding(costs, elsewhere);
}
