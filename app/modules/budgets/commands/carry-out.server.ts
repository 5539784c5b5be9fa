import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { instant, type Instant } from '#app/kernel/instant.ts';
import { cents } from '#app/kernel/money.ts';
import { postEntry } from '#app/modules/ledger/commands/post-entry.server.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import type { ChangeNumber } from '../change.ts';
import { holdSubject, takeChangeNumber, type LockedChange } from '../change.store.server.ts';

export type ApprovedBy = { approverId: string; at: Instant };

/**
 * Approves a proposed change: number in the register and entry in the ledger, within the caller's transaction.
 * The ledger refuses what is not there (`fund_not_overcommitted`, `commitment_not_overdrawn`,
 * `source_overprogramming_stated`): name these in the `refusals` of the caller.
 */
export async function carryOut(
  tx: Transaction,
  change: Omit<LockedChange, 'bodyId' | 'state' | 'number' | 'way'>,
  { approverId, at }: ApprovedBy,
): Promise<ChangeNumber> {
  await holdSubject(tx, change);
  const number = await takeChangeNumber(tx, Number(dayInAmsterdam(at).slice(0, 4)));
  await tx.budgetChange.update({
    where: { id: change.id },
    data: { state: 'approved', number, approverId, answeredAt: at },
  });
  await postEntry(tx, {
    kind: change.kind,
    idempotencyKey: `change:${change.id}`,
    description: `${number}: ${change.reason.split('\n', 1)[0]?.slice(0, 200) ?? ''}`,
    decisionId: change.decisionId,
    spendingId: change.spendingId,
    proposerId: change.proposerId,
    approverId,
    changeId: change.id,
    ...(change.correctsId === null ? {} : { correctsId: change.correctsId }),
    occurredAt: momentOn(change.occurredOn, at),
    amount: cents(change.amountCents),
    moneySourceId: change.moneySourceId,
    fromFundId: change.fromFundId,
    toFundId: change.toFundId,
  });
  return number;
}

/** A change of today happens now, one of an earlier day at noon of that day. */
function momentOn(day: CalendarDate, now: Instant): Instant {
  return day === dayInAmsterdam(now) ? now : instant(`${day}T11:00:00Z`);
}
