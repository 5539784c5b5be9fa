import { toDateColumn } from '#app/kernel/calendar-date.ts';
import type { ActivityContent } from '../activity.ts';

/** What a coordinator said of an activity, as columns. */
export function activityColumns(content: ActivityContent) {
  return {
    name: content.name.trim(),
    description: content.description.trim(),
    areaCode: content.areaCode,
    budgetCents: content.budget,
    hourCents: content.hour,
    hourYoungCents: content.hourYoung,
    normReason: content.normReason.trim(),
    paysExpenses: content.paysExpenses,
    beginsOn: toDateColumn(content.beginsOn),
    endsOn: toDateColumn(content.endsOn),
  };
}
