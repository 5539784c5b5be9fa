import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Database } from '#app/platform/database.server.ts';
import { inLocale, type ProgrammeLocale } from '../locale.ts';

/** A published rule by which the loket checks a plan. */
export type EligibilityRuleView = {
  slug: string;
  text: string;
  source: { key: string; title: string; date: CalendarDate | null } | null;
};

export async function eligibilityRules(database: Database, locale: ProgrammeLocale): Promise<EligibilityRuleView[]> {
  const rules = await database.eligibilityRule.findMany({
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { slug: true, text: true, textEn: true, source: true },
  });
  return rules.map(({ slug, text, textEn, source }) => ({
    slug,
    text: inLocale(locale, text, textEn),
    source: source === null ? null : { ...source, date: source.date === null ? null : fromDateColumn(source.date) },
  }));
}
