import { addDays, fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Database } from '#app/platform/database.server.ts';
import { retentionKinds, type Period, type RetentionKind } from '../retention.ts';
import type { KeptFor, RetentionOverview } from '../views.ts';

type Row = { kind: string; amount: number; unit: string; startsOn: Date; reason: string };

const periodOf = ({ amount, unit }: Row): Period => ({ amount, unit: unit === 'day' ? 'day' : 'month' });

/** Every period, the one that counts first for each kind and day. */
async function periods(database: Database): Promise<Row[]> {
  return database.retentionPeriod.findMany({ orderBy: [{ startsOn: 'desc' }, { sequence: 'desc' }] });
}

function running(rows: readonly Row[], kind: RetentionKind, today: CalendarDate): KeptFor {
  const row = rows.find((one) => one.kind === kind && fromDateColumn(one.startsOn) <= today);
  if (row === undefined) throw new Error(`no period for ${kind}`);
  return { kind, ...periodOf(row), startsOn: fromDateColumn(row.startsOn), reason: row.reason };
}

/** How long each kind of data is kept now, for everybody. @param withDemo also what only a demo keeps */
export async function keptFor(
  database: Database,
  { today, withDemo }: { today: CalendarDate; withDemo: boolean },
): Promise<KeptFor[]> {
  const rows = await periods(database);
  return retentionKinds.filter((kind) => withDemo || kind !== 'demo-mails').map((kind) => running(rows, kind, today));
}

/** The periods, what goes tomorrow, and what was removed: counts, and nothing of the rows themselves. */
export async function retentionOverview(database: Database, today: CalendarDate): Promise<RetentionOverview> {
  const tomorrow = addDays(today, 1);
  const [rows, due, shortest, removals] = await Promise.all([
    periods(database),
    database.$queryRaw<{ kind: string; count: number }[]>`
      select kind, count(*)::int as count from past_retention(${toDateColumn(tomorrow)}::date) group by kind`,
    database.$queryRaw<{ kind: string; months: number; days: number }[]>`
      select kind, (extract(year from least_kept) * 12 + extract(month from least_kept))::int as months,
          extract(day from least_kept)::int as days
        from unnest(${[...retentionKinds]}::text[]) as kind, lateral (select shortest_retention(kind)) s (least_kept)`,
    database.retentionRemoval.findMany({
      where: { day: { gt: toDateColumn(addDays(today, -365)) } },
      orderBy: [{ day: 'desc' }, { kind: 'asc' }],
    }),
  ]);
  const known = removals.flatMap(({ kind, day, removed }) => {
    const found = retentionKinds.find((one) => one === kind);
    return found === undefined ? [] : [{ kind: found, day: fromDateColumn(day), removed }];
  });
  const lines = retentionKinds.map((kind) => {
    const later = rows.findLast((one) => one.kind === kind && fromDateColumn(one.startsOn) > today);
    const least = shortest.find((one) => one.kind === kind);
    return {
      ...running(rows, kind, today),
      next: later === undefined ? null : { ...periodOf(later), startsOn: fromDateColumn(later.startsOn) },
      shortest: leastOf(least?.months ?? 0, least?.days ?? 0),
      goesTomorrow: due.find((one) => one.kind === kind)?.count ?? 0,
      removedInYear: known.filter((one) => one.kind === kind).reduce((sum, { removed }) => sum + removed, 0),
    };
  });
  return { lines, removals: known };
}

const leastOf = (months: number, days: number): Period =>
  months > 0 ? { amount: months, unit: 'month' } : { amount: days, unit: 'day' };
