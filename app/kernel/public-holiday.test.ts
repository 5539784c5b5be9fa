import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendar-date.ts';
import { isDayOff, isPublicHoliday } from './public-holiday.ts';

describe('public holidays', () => {
  it.each([
    ['2026-01-01', 'New Year'],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-04-27', 'King’s Day'],
    ['2025-04-26', 'King’s Day, when the 27th is a Sunday'],
    ['2026-05-05', 'Liberation Day'],
    ['2026-05-14', 'Ascension Day'],
    ['2026-05-25', 'Whit Monday'],
    ['2026-12-25', 'Christmas'],
    ['2026-12-26', 'Boxing Day'],
    ['2038-04-26', 'Easter Monday at its latest'],
    ['2008-05-12', 'Whit Monday of 2008'],
    ['2008-04-30', 'Queen’s Day of 2008'],
  ])('%s is %s', (day) => {
    expect(isPublicHoliday(calendarDate(day))).toBe(true);
  });

  it.each(['2026-04-02', '2025-04-27', '2026-12-31', '2026-05-15', '2026-04-28'])('%s is none', (day) => {
    expect(isPublicHoliday(calendarDate(day))).toBe(false);
  });

  it('has no work on Saturdays and Sundays', () => {
    expect(['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'].map((day) => isDayOff(calendarDate(day)))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
