import { calendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, cents } from '#app/kernel/money.ts';
import { fullestWindow, judgeLimit, worstState } from '#app/modules/procurement/adding-up.ts';
import type { PublishedProcurement } from './published.ts';

/**
 * Whether what is published of an assignment follows from the assignments that it says were counted (rule 5).
 * @param amountCents amount of the decision itself
 */
export function recomputedProcurement(published: PublishedProcurement, amountCents: number): boolean {
  const given = published.counted.map(({ on, netCents }) => ({ on: calendarDate(on), net: cents(netCents) }));
  const window = fullestWindow(given, calendarDate(published.on), published.months);
  const total = addCents(window.total, cents(amountCents));
  const judged = published.limits.map(({ which, limitCents }) =>
    judgeLimit(total, which, limitCents === null ? null : cents(limitCents), published.nearPercent),
  );
  return (
    window.total === published.earlierCents &&
    window.beginsOn === published.windowBeginsOn &&
    window.endsOn === published.windowEndsOn &&
    total === published.totalCents &&
    judged.every(({ state, room }, index) => {
      const line = published.limits[index];
      return line?.state === state && line.roomCents === room;
    }) &&
    worstState(judged.map(({ state }) => state)) === published.state
  );
}
