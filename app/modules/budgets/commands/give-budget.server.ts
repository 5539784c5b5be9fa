import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Cents } from '#app/kernel/money.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { ChangeNumber } from '../change.ts';
import { makeChange } from './make-change.server.ts';

export type GiveBudget = {
  toFundId: string;
  /** Cents, more than zero. */
  amount: Cents;
  reason: string;
  occurredOn: CalendarDate;
  /** Two persons (rule 1). */
  proposerId: string;
  approverId: string;
  at: Instant;
};

/**
 * Gives money of its source to a line of the plan in one go, within the caller's transaction: for an imported
 * bestedingsplan, whose two persons agreed on the whole.
 * @throws RuleBroken `fund_not_overcommitted` when the source has too little
 */
export async function giveBudget(tx: Transaction, order: GiveBudget): Promise<ChangeNumber> {
  const { proposerId, approverId, at, ...subject } = order;
  return makeChange(tx, { kind: 'budget', ...subject }, { proposerId, approverId, at });
}
