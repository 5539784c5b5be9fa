import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  calendarDate,
  dayInAmsterdam,
  daysBetween,
  fromDateColumn,
  parseCalendarDate,
  toDateColumn,
} from './calendar-date.ts';
import { instant } from './instant.ts';

const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((d) => calendarDate(d.toISOString().slice(0, 10)));

describe('calendar dates', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-1-1', 'morgen', '', '0000-01-01', '2026-01-01T00:00'])(
    'refuses %j',
    (text) => {
      expect(parseCalendarDate(text)).toBeNull();
    },
  );

  it('knows leap days', () => {
    expect(parseCalendarDate('2028-02-29')).toBe('2028-02-29');
  });

  it.each([
    ['2026-03-28T23:30:00Z', '2026-03-29'],
    ['2026-06-30T21:59:00Z', '2026-06-30'],
    ['2026-06-30T22:00:00Z', '2026-07-01'],
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
  ])('at %s it is %s in Amsterdam', (moment, day) => {
    expect(dayInAmsterdam(instant(moment))).toBe(day);
  });

  it('counts days there and back, across clock changes', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => daysBetween(day, addDays(day, n)) === n),
    );
  });

  it('survives the database', () => {
    fc.assert(fc.property(days, (day) => fromDateColumn(toDateColumn(day)) === day));
  });
});
