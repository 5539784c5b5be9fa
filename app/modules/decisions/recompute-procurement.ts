import { calendarDate } from '#app/kernel/calendar-date.ts';
import { addCents, cents } from '#app/kernel/money.ts';
import { fullestWindow, judgeLimit, worstState } from '#app/modules/procurement/adding-up.ts';
import type { PublishedProcurement } from './published.ts';
import { line, type RecomputedLine } from './recomputed-line.ts';

/**
 * What is published of an assignment beside what follows from the assignments that it says were counted (rule 5).
 * @param amountCents amount of the decision itself
 */
export function procurementLines(published: PublishedProcurement, amountCents: number): RecomputedLine[] {
  const given = published.counted.map(({ on, netCents }) => ({ on: calendarDate(on), net: cents(netCents) }));
  const window = fullestWindow(given, calendarDate(published.on), published.months);
  const total = addCents(window.total, cents(amountCents));
  const judged = published.limits.map(({ which, limitCents }) =>
    judgeLimit(total, which, limitCents === null ? null : cents(limitCents), published.nearPercent),
  );
  return [
    line('procurement-earlier', published.earlierCents, window.total),
    line('procurement-begin', published.windowBeginsOn, window.beginsOn),
    line('procurement-end', published.windowEndsOn, window.endsOn),
    line('procurement-total', published.totalCents, total),
    ...published.limits.flatMap(({ which, roomCents, state }, index) => [
      line('procurement-room', roomCents, judged[index]?.room ?? null, which),
      line('procurement-limit', state, judged[index]?.state ?? null, which),
    ]),
    line('procurement-state', published.state, worstState(judged.map(({ state }) => state))),
  ];
}

/** Whether all of it follows. */
export function recomputedProcurement(published: PublishedProcurement, amountCents: number): boolean {
  return procurementLines(published, amountCents).every(({ matches }) => matches);
}
