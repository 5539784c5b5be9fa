import { newId } from '#app/kernel/ids.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { Change, ChangeNumber } from '../change.ts';
import { insertChange, subjectColumns } from '../change.store.server.ts';
import { carryOut, type ApprovedBy } from './carry-out.server.ts';

/** What can be changed in one go: what belongs to a plan that two persons agreed on as a whole. */
type WholeChange = Extract<Change, { kind: 'pledge' | 'pledge-lowered' | 'overprogramming' | 'budget' }>;

/**
 * Proposes and approves a change in one go, within the caller's transaction: for a bestedingsplan, whose two persons
 * agreed on the whole.
 * @throws RuleBroken `fund_not_overcommitted` when the source has too little, `source_overprogramming_stated` when more
 *   is planned beyond the pledge than was stated, `budget_change_two_persons` when it is one person
 */
export async function makeChange(
  tx: Transaction,
  change: WholeChange,
  { proposerId, approverId, at }: ApprovedBy & { proposerId: string },
): Promise<ChangeNumber> {
  const id = newId();
  await insertChange(tx, change, { id, proposerId, at });
  return carryOut(
    tx,
    { ...subjectColumns(change), ...change, id, amountCents: BigInt(change.amount), proposerId },
    { approverId, at },
  );
}
