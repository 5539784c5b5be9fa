import { fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { changeNumber, type Change, type ChangeKind, type ChangeNumber, type PaymentWay } from './change.ts';

/** A proposed change with its row locked. */
export type LockedChange = {
  id: string;
  kind: ChangeKind;
  amountCents: bigint;
  reason: string;
  moneySourceId: string | null;
  fromFundId: string | null;
  toFundId: string | null;
  decisionId: string | null;
  spendingId: string | null;
  correctsId: string | null;
  occurredOn: CalendarDate;
  way: PaymentWay;
  state: 'proposed' | 'approved' | 'refused' | 'withdrawn';
  number: string | null;
  proposerId: string;
  /** The body whose roles count: of the line that gives money up, else of the line that gets it, else the office. */
  bodyId: string;
};

/** Ids of what a change is about, as the columns have them. */
export function subjectColumns(change: Change) {
  return {
    moneySourceId: 'moneySourceId' in change ? change.moneySourceId : null,
    fromFundId: 'fromFundId' in change ? change.fromFundId : null,
    toFundId: 'toFundId' in change ? change.toFundId : null,
    decisionId: 'decisionId' in change ? change.decisionId : null,
    spendingId: 'spendingId' in change ? change.spendingId : null,
    correctsId: 'correctsId' in change ? change.correctsId : null,
  };
}

export async function lockChange(tx: Transaction, id: string): Promise<LockedChange | null> {
  await tx.$queryRaw`select 1 from budget_change where id = ${id}::uuid for update`;
  const row = await tx.budgetChange.findUnique({ where: { id } });
  if (row === null) return null;
  return {
    ...row,
    kind: row.kind as ChangeKind,
    way: row.way as PaymentWay,
    state: row.state as LockedChange['state'],
    occurredOn: fromDateColumn(row.occurredOn),
    bodyId: await bodyOfChange(tx, row),
  };
}

/** The body whose roles count for a change; see `LockedChange.bodyId`. */
export async function bodyOfChange(
  tx: Transaction,
  subject: { fromFundId: string | null; toFundId: string | null; correctsId: string | null },
): Promise<string> {
  let fundId = subject.fromFundId ?? subject.toFundId;
  if (fundId === null && subject.correctsId !== null) {
    const entry = await tx.ledgerEntry.findUniqueOrThrow({
      where: { id: subject.correctsId },
      select: { change: { select: { fromFundId: true, toFundId: true } } },
    });
    fundId = entry.change?.fromFundId ?? entry.change?.toFundId ?? null;
  }
  if (fundId !== null) return (await tx.fund.findUniqueOrThrow({ where: { id: fundId } })).bodyId;
  return (await tx.body.findUniqueOrThrow({ where: { slug: programmeOffice } })).id;
}

/** Proposes a change as a row; whoever calls has checked who may. */
export async function insertChange(
  tx: Transaction,
  change: Change,
  { id = newId(), proposerId, at }: { id?: string; proposerId: string; at: Instant },
): Promise<string> {
  const subject = subjectColumns(change);
  if (subject.correctsId !== null) {
    // a correction belongs to the decision or spending of the entry that it undoes
    const corrected = await tx.ledgerEntry.findUniqueOrThrow({ where: { id: subject.correctsId } });
    subject.decisionId = corrected.decisionId;
    subject.spendingId = corrected.spendingId;
  }
  await tx.budgetChange.create({
    data: {
      id,
      kind: change.kind,
      amountCents: BigInt(change.amount),
      reason: change.reason,
      ...subject,
      occurredOn: toDateColumn(change.occurredOn),
      way: change.way ?? 'bank',
      state: 'proposed',
      proposerId,
      proposedAt: at,
    },
  });
  return id;
}

/**
 * Locks what a change is about, before its number is taken: rules of the database wait for these rows later on, and whoever
 * waits with a number in hand keeps every other change waiting, or waits in a circle with who imports a plan.
 */
export async function holdSubject(
  tx: Transaction,
  {
    moneySourceId,
    decisionId,
    spendingId,
    correctsId,
  }: Omit<ReturnType<typeof subjectColumns>, 'fromFundId' | 'toFundId'>,
): Promise<void> {
  await tx.$queryRaw`
    select 1 from initiative where id = (select initiative_id from decision where id = ${decisionId}::uuid) for no key update`;
  await tx.$queryRaw`select 1 from small_spending where id = ${spendingId}::uuid for no key update`;
  await tx.$queryRaw`
    select 1 from money_source where id = ${moneySourceId}::uuid
      or id = (select c.money_source_id from ledger_entry e join budget_change c on c.id = e.change_id where e.id = ${correctsId}::uuid)
      for share`;
}

/** The next number of the register. The counter's row stays locked until the transaction ends, so numbers have no gaps. */
export async function takeChangeNumber(tx: Transaction, year: number): Promise<ChangeNumber> {
  const [row] = await tx.$queryRaw<{ last: number }[]>`
    insert into budget_change_counter (year, last) values (${year}, 1)
      on conflict (year) do update set last = budget_change_counter.last + 1
      returning last`;
  if (row === undefined) throw new Error('the counter gave no number');
  return changeNumber(year, row.last);
}
