import { cents, noMoney, subtractCents } from '#app/kernel/money.ts';
import { parseDecisionNumber } from '#app/modules/decisions/number.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { DecisionMoneyView } from '../change-view.ts';
import { registeredChanges } from './change-register.query.server.ts';

type Sums = { promised: bigint | null; paid: bigint | null; released: bigint | null };

/**
 * What was promised, paid and released of a published decision, with the changes of it, oldest first.
 * @returns null when the decision set no money apart
 */
export async function decisionMoney(database: Database, text: string): Promise<DecisionMoneyView | null> {
  const number = parseDecisionNumber(text);
  if (number === null) return null;
  // a correction counts under what it undoes
  const [sums] = await database.$queryRaw<Sums[]>`
    select sum(p.amount_cents) filter (where e.kind = 'commitment')::bigint as promised,
      -sum(p.amount_cents) filter (where coalesce(undone.kind, e.kind) = 'payment')::bigint as paid,
      -sum(p.amount_cents) filter (where coalesce(undone.kind, e.kind) = 'release')::bigint as released
    from decision d
      join fund f on f.id = d.fund_id
      join ledger_entry e on e.decision_id = d.id
      left join ledger_entry undone on undone.id = e.corrects_id
      join posting p on p.entry_id = e.id and p.account_id = f.committed_account_id
    where d.number = ${number} and d.state = 'confirmed'`;
  if (sums?.promised == null) return null;
  const promised = cents(sums.promised);
  const paid = sums.paid === null ? noMoney : cents(sums.paid);
  const released = sums.released === null ? noMoney : cents(sums.released);
  const rows = await database.budgetChange.findMany({
    where: { state: 'approved', decision: { number } },
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
