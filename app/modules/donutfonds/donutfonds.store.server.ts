import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { CallState } from './call.ts';
import type { DonutRules } from './rules.ts';

/** A call with its row locked. */
export type LockedCall = {
  id: string;
  year: number;
  bodyId: string;
  fundId: string;
  state: CallState;
  opensOn: CalendarDate;
  closesOn: CalendarDate;
  rules: DonutRules;
  /** Cents in the fund that nothing was promised of. */
  available: Cents;
};

/** @param lock 'share' for who applies: closing waits for them; 'update' for who closes, proposes and confirms */
export async function lockCall(tx: Transaction, id: string, lock: 'share' | 'update'): Promise<LockedCall | null> {
  if (lock === 'share') await tx.$queryRaw`select 1 from donut_call where id = ${id}::uuid for share`;
  else await tx.$queryRaw`select 1 from donut_call where id = ${id}::uuid for update`;
  const row = await tx.donutCall.findUnique({
    where: { id },
    include: { rules: true, fund: { select: { available: { select: { balanceCents: true } } } } },
  });
  if (row === null) return null;
  return {
    id,
    year: row.year,
    bodyId: row.bodyId,
    fundId: row.fundId,
    state: row.state as CallState,
    opensOn: fromDateColumn(row.opensOn),
    closesOn: fromDateColumn(row.closesOn),
    rules: rulesOf(row.rules),
    available: cents(row.fund.available.balanceCents),
  };
}

type RulesRow = {
  version: number;
  validFrom: Date;
  minimumValueCents: bigint;
  minimumReturnBps: number;
  evidenceDays: number;
};

export function rulesOf(row: RulesRow): DonutRules {
  return {
    version: row.version,
    validFrom: fromDateColumn(row.validFrom),
    minimumValue: cents(row.minimumValueCents),
    minimumReturnBps: row.minimumReturnBps,
    evidenceDays: row.evidenceDays,
  };
}

/** Applications that count, each with its organisation, in an order that never changes. */
export async function applicationsOf(tx: Database | Transaction, callId: string) {
  const rows = await tx.donutApplication.findMany({
    where: { callId, state: 'submitted' },
    orderBy: [{ organisation: { name: 'asc' } }, { id: 'asc' }],
    select: {
      id: true,
      valueCents: true,
      costsCents: true,
      evidenceKind: true,
      organisation: { select: { id: true, slug: true, name: true } },
    },
  });
  return rows.map(({ valueCents, costsCents, ...row }) => ({
    ...row,
    value: cents(valueCents),
    costs: cents(costsCents),
  }));
}

/** Who of these persons has an interest in a call: applied, or belongs to an organisation that applied. */
export async function interestedIn(
  tx: Database | Transaction,
  callId: string,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id::text as id from unnest(${[...personIds]}::uuid[]) as id
      where donut_interest_of(id, ${callId}::uuid) is not null`;
  return new Set(rows.map(({ id }) => id));
}

/** Whether a person has an interest in one application. */
export async function hasInterest(
  tx: Database | Transaction,
  applicationId: string,
  personId: string,
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ kind: string | null }[]>`
    select donut_application_interest_of(${personId}::uuid, ${applicationId}::uuid) as kind`;
  return row?.kind != null;
}
