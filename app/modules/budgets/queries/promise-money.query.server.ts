import { addCents, cents, noMoney, subtractCents } from '#app/kernel/money.ts';
import { parseDecisionNumber } from '#app/modules/decisions/number.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { PromiseMoneyView } from '../change-view.ts';
import { registeredChanges } from './change-register.query.server.ts';

/**
 * What was promised, paid and released of a published decision, with the changes of it, oldest first.
 * @param text number in the register of decisions
 * @returns null when the decision set no money apart
 */
export async function decisionMoney(database: Database, text: string): Promise<PromiseMoneyView | null> {
  const number = parseDecisionNumber(text);
  if (number === null) return null;
  const row = await database.decision.findFirst({ where: { number, state: 'confirmed' }, select: { id: true } });
  return row === null ? null : promiseMoney(database, row.id, { decisionId: row.id });
}

/** The same of a small spending. @returns null when it was not confirmed */
export async function spendingMoney(database: Database, spendingId: string): Promise<PromiseMoneyView | null> {
  return promiseMoney(database, spendingId, { spendingId });
}

/** Reads sums per day, in which a correction counts under what it undoes. */
async function promiseMoney(
  database: Database,
  groundId: string,
  ground: { decisionId: string } | { spendingId: string },
): Promise<PromiseMoneyView | null> {
  const days = await database.decisionDay.findMany({ where: { groundId }, select: { kind: true, amountCents: true } });
  const sum = (kind: string) =>
    addCents(noMoney, ...days.filter((day) => day.kind === kind).map(({ amountCents }) => cents(amountCents)));
  if (!days.some(({ kind }) => kind === 'commitment')) return null;
  const promised = sum('commitment');
  const paid = subtractCents(noMoney, sum('payment'));
  const released = subtractCents(noMoney, sum('release'));
  const rows = await database.budgetChange.findMany({
    where: { state: 'approved', ...ground },
    orderBy: { entry: { sequence: 'asc' } },
    select: { id: true },
  });
  return {
    promised,
    paid,
    released,
    open: subtractCents(subtractCents(promised, paid), released),
    changes: await registeredChanges(
      database,
      rows.map(({ id }) => id),
    ),
  };
}
