import { addMonths, dayInAmsterdam, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import { giftLimit } from './interest-register.query.server.ts';
import type { OwnInterest } from '../interest-views.ts';
import { isPrivateKind, lineEnd, type StandingKind } from '../standing.ts';

export type OwnInterests = {
  lines: OwnInterest[];
  statedOn: CalendarDate | null;
  /** When the statement is to be made again; null without a statement. */
  againOn: CalendarDate | null;
  isLastNothing: boolean;
  giftFrom: Cents;
};

export async function ownInterests(database: Database, personId: string, today: CalendarDate): Promise<OwnInterests> {
  const giftFrom = await giftLimit(database, today);
  const versions = await database.standingInterest.findMany({
    where: { personId },
    orderBy: [{ interestId: 'asc' }, { version: 'desc' }],
    include: { organisation: { select: { name: true } } },
  });
  const newest = versions.filter((row, index) => versions[index - 1]?.interestId !== row.interestId);
  const lines = newest.map((row): OwnInterest => {
    const kind = row.kind as StandingKind;
    const beginsOn = fromDateColumn(row.beginsOn);
    const endsOn = lineEnd({ kind, beginsOn, endsOn: row.endsOn === null ? null : fromDateColumn(row.endsOn) });
    const value = row.valueCents === null ? null : cents(row.valueCents);
    const isSmall = value !== null && value < giftFrom;
    return {
      interestId: row.interestId,
      kind,
      organisation: row.organisation?.name ?? row.organisationName,
      isPaid: row.isPaid,
      gift: row.gift,
      value,
      isKept: row.isKept,
      note: row.note,
      beginsOn,
      endsOn,
      isPublic: !isPrivateKind(kind) && !isSmall,
      isRunning: (endsOn === null || endsOn >= today) && (kind !== 'gift' || (row.isKept && !isSmall)),
      isCurrent: endsOn === null || endsOn >= today,
      changes: row.version - 1,
    };
  });
  const last = await database.interestStatement.findFirst({ where: { personId }, orderBy: { statedAt: 'desc' } });
  const statedOn = last === null ? null : dayInAmsterdam(last.statedAt);
  return {
    lines: [...lines.filter(({ isRunning }) => isRunning), ...lines.filter(({ isRunning }) => !isRunning)],
    statedOn,
    againOn: statedOn === null ? null : addMonths(statedOn, 12),
    isLastNothing: last?.isNothing ?? false,
    giftFrom,
  };
}

/** Organisations to choose from when declaring, by name. */
export async function organisationChoices(database: Database): Promise<{ value: string; label: string }[]> {
  const rows = await database.organisation.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
  return rows.map(({ id, name }) => ({ value: id, label: name }));
}
