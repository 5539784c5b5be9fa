import type { Cents } from '#app/kernel/money.ts';

/** What became of money; `budget` = `available` + `committed` + `paid`. */
export type BudgetSums = { budget: Cents; committed: Cents; paid: Cents; available: Cents; released: Cents };

/** What became of what decisions promised; `granted` = `paid` + `released` + `committed`. */
export type GrantedSums = { granted: Cents; paid: Cents; released: Cents; committed: Cents };
