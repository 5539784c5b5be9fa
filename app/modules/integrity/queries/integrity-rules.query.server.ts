import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents, type Cents } from '#app/kernel/money.ts';
import type { Database } from '#app/platform/database.server.ts';

export type IntegrityRuleView = {
  id: string;
  startsOn: CalendarDate;
  giftFrom: Cents;
  chairDays: number;
  managerDays: number;
  controlDays: number;
  boardDays: number;
  askerDays: number;
  reason: string;
};

/** Terms and the value of gifts, the newest day first. */
export async function integrityRules(database: Database): Promise<IntegrityRuleView[]> {
  const rows = await database.integrityRule.findMany({ orderBy: [{ startsOn: 'desc' }, { sequence: 'desc' }] });
  return rows.map(({ id, startsOn, giftFromCents, ...rule }) => ({
    id,
    startsOn: fromDateColumn(startsOn),
    giftFrom: cents(giftFromCents),
    chairDays: rule.chairDays,
    managerDays: rule.managerDays,
    controlDays: rule.controlDays,
    boardDays: rule.boardDays,
    askerDays: rule.askerDays,
    reason: rule.reason,
  }));
}
