import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { AllowanceRule } from '../allowance-rule.ts';
import type { ListedRule } from '../coordination-views.ts';

/** Every rule, in the order in which they were added, so that of two for one day the last one counts. */
export async function allowanceRules(database: Database): Promise<AllowanceRule[]> {
  return (await listedRules(database)).toReversed();
}

/** All rules, the latest first. */
export async function listedRules(database: Database): Promise<ListedRule[]> {
  const rows = await database.allowanceRule.findMany({ orderBy: [{ startsOn: 'desc' }, { sequence: 'desc' }] });
  return rows.map((row, index) => ({
    id: row.id,
    startsOn: fromDateColumn(row.startsOn),
    month: cents(row.monthCents),
    year: cents(row.yearCents),
    hour: cents(row.hourCents),
    hourYoung: cents(row.hourYoungCents),
    source: row.source,
    toConfirm: row.toConfirm,
    addedOn: row.addedById === null ? null : dayInAmsterdam(row.addedAt),
    isReplaced: rows[index - 1]?.startsOn.getTime() === row.startsOn.getTime(),
  }));
}
