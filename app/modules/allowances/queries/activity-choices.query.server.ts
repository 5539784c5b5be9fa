import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { ruleOn, type AllowanceRule } from '../allowance-rule.ts';
import { allowanceRules } from './allowance-rules.query.server.ts';

/** What the form of an activity offers, and what the law allows today. */
export type ActivityChoices = { wijken: { code: string; name: string }[]; norm: AllowanceRule | null };

export async function activityChoices(database: Database, now: Instant): Promise<ActivityChoices> {
  const [wijken, rules] = await Promise.all([
    database.area.findMany({
      where: { level: 'wijk' },
      orderBy: { name: 'asc' },
      select: { code: true, name: true },
    }),
    allowanceRules(database),
  ]);
  return { wijken, norm: ruleOn(rules, dayInAmsterdam(now)) };
}

/** Whether there is such a wijk; null stands for the whole district. */
export async function knowsArea(database: Database, code: string | null): Promise<boolean> {
  return code === null || (await database.area.count({ where: { code, level: 'wijk' } })) === 1;
}
