import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addMonths, calendarDate, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { fullestWindow, judgeLimit, worstState, type Given } from './adding-up.ts';
import { limitOn, type DatedLimit } from './limit.ts';

const on = (day: string, euro: number): Given => ({ on: calendarDate(day), net: cents(euro * 100) });
const today = calendarDate('2026-11-21');

describe('the window that counts', () => {
  test.each<[string, Given[], number]>([
    ['nothing given', [], 0],
    ['given today', [on('2026-11-21', 10)], 10],
    ['exactly twelve months ago', [on('2025-11-21', 10)], 10],
    ['twelve months and a day ago', [on('2025-11-20', 10)], 0],
    ['on both sides of the edge', [on('2025-11-20', 10), on('2025-11-21', 5)], 5],
    ['after the day as well', [on('2026-12-24', 7), on('2026-10-01', 3)], 10],
    ['more in the year after than in the year before', [on('2025-12-01', 4), on('2027-06-01', 9)], 9],
    ['two that are never in one window', [on('2025-11-21', 4), on('2027-01-01', 3)], 4],
    ['released whole', [on('2026-05-01', 0)], 0],
  ])('%s', (_what, given, euro) => {
    expect(fullestWindow(given, today, 12).total).toBe(euro * 100);
  });

  test('a leap day has no brother the year after', () => {
    expect(addMonths(calendarDate('2024-02-29'), 12)).toBe('2025-02-28');
    expect(fullestWindow([on('2024-02-29', 5)], calendarDate('2025-02-28'), 12).total).toBe(500);
    expect(fullestWindow([on('2024-02-29', 5)], calendarDate('2025-03-01'), 12).total).toBe(0);
  });

  const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays(calendarDate('2024-01-31'), days));
  const assignments = fc.array(fc.record({ on: day, net: fc.integer({ min: 0, max: 90_000_00 }).map(cents) }), {
    maxLength: 12,
  });

  test('no window that holds the day has more, and the one that is told holds it and what it says', () => {
    fc.assert(
      fc.property(assignments, day, fc.integer({ min: 1, max: 24 }), (given, the, months) => {
        const told = fullestWindow(given, the, months);
        expect(told.beginsOn <= the && the <= told.endsOn).toBe(true);
        const sumFrom = (begin: CalendarDate) =>
          given
            .filter(({ on: one }) => one >= begin && one <= addMonths(begin, months))
            .reduce((sum, { net }) => sum + net, 0);
        expect(told.total).toBe(sumFrom(told.beginsOn));
        // every first day there is
        for (let begin = addMonths(the, -months - 1); begin <= the; begin = addDays(begin, 1))
          if (addMonths(begin, months) >= the) expect(sumFrom(begin)).toBeLessThanOrEqual(told.total);
      }),
      { numRuns: 60 },
    );
  });
});

describe('where a total stands to a limit', () => {
  const limit = cents(216_000_00);
  test.each([
    ['nothing', 0, 'fine', 216_000_00],
    ['a cent under 80 %', 172_799_99, 'fine', 43_200_01],
    ['80 %', 172_800_00, 'near', 43_200_00],
    ['a cent under the limit', 215_999_99, 'near', 1],
    ['the limit', 216_000_00, 'over', 0],
    ['a cent over', 216_000_01, 'over', -1],
  ])('%s', (_what, total, state, room) => {
    expect(judgeLimit(cents(total), 'eu-general', limit, 80)).toMatchObject({ state, room });
  });

  test('a limit that nobody filled in is unknown, and unknown is not fine', () => {
    expect(judgeLimit(cents(1), 'one-to-one', null, 80)).toEqual({
      which: 'one-to-one',
      limit: null,
      room: null,
      state: 'unknown',
    });
    expect(worstState(['fine', 'unknown'])).toBe('unknown');
    expect(worstState(['near', 'unknown'])).toBe('near');
    expect(worstState(['near', 'over', 'fine'])).toBe('over');
  });
});

describe('the limit on a day', () => {
  const row = (sequence: number, amount: number, beginsOn: string, endsOn: string | null): DatedLimit => ({
    which: 'eu-general',
    amount: cents(amount),
    beginsOn: calendarDate(beginsOn),
    endsOn: endsOn === null ? null : calendarDate(endsOn),
    sequence,
  });
  const rows = [
    row(1, 216, '2026-01-01', '2027-12-31'),
    row(2, 230, '2028-01-01', null),
    row(3, 200, '2026-06-01', '2026-06-30'),
  ];
  test.each([
    ['2025-12-31', null],
    ['2026-01-01', 216],
    ['2026-05-31', 216],
    ['2026-06-01', 200],
    ['2026-06-30', 200],
    ['2026-07-01', 216],
    ['2027-12-31', 216],
    ['2028-01-01', 230],
  ])('%s', (day, amount) => {
    expect(limitOn(rows, 'eu-general', calendarDate(day))?.amount ?? null).toBe(amount);
  });
  test('of another sort there is none', () => {
    expect(limitOn(rows, 'one-to-one', today)).toBeNull();
  });
});
