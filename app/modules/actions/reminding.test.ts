import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, calendarDate } from '#app/kernel/calendar-date.ts';
import { isForChair, mondayOf, ownerStep } from './reminding.ts';

const due = calendarDate('2026-12-10');
const longAgo = calendarDate('2026-01-01');

describe('a reminder', () => {
  test.each([
    ['2026-12-02', null],
    ['2026-12-03', 'week-before'],
    ['2026-12-09', 'week-before'],
    ['2026-12-10', 'on-the-day'],
    ['2026-12-16', 'on-the-day'],
    ['2026-12-17', 'late-1'],
    ['2026-12-24', 'late-2'],
    ['2027-12-10', 'late-52'],
  ])('on %s is %s', (today, step) => {
    expect(ownerStep(due, longAgo, calendarDate(today))).toBe(step);
  });

  test('of a week before is not for what was made in that week', () => {
    expect(ownerStep(due, calendarDate('2026-12-04'), calendarDate('2026-12-04'))).toBeNull();
    expect(ownerStep(due, calendarDate('2026-12-03'), calendarDate('2026-12-04'))).toBe('week-before');
  });

  test('comes once in each week that it is late, however the days fall', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), (late) => {
        const today = addDays(due, late);
        const steps = new Set(Array.from({ length: 7 }, (_, index) => ownerStep(due, longAgo, addDays(today, index))));
        expect(steps.size).toBeLessThanOrEqual(2);
        expect(steps.has(null)).toBe(false);
      }),
    );
  });

  test('is for the chair after three weeks', () => {
    expect(isForChair(due, calendarDate('2026-12-30'))).toBe(false);
    expect(isForChair(due, calendarDate('2026-12-31'))).toBe(true);
  });

  test('weeks begin on Monday', () => {
    expect(mondayOf(calendarDate('2026-11-22'))).toBe('2026-11-16');
    expect(mondayOf(calendarDate('2026-11-23'))).toBe('2026-11-23');
  });
});
