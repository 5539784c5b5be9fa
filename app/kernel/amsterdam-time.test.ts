import { expect, test } from 'vitest';
import { clockInAmsterdam, momentInAmsterdam, parseClockTime, type ClockTime } from './amsterdam-time.ts';
import { calendarDate } from './calendar-date.ts';

const at = (day: string, time: string) => momentInAmsterdam(calendarDate(day), time as ClockTime).toISOString();

test.each([
  ['2026-01-15', '19:30', '2026-01-15T18:30:00.000Z'],
  ['2026-07-15', '19:30', '2026-07-15T17:30:00.000Z'],
  ['2026-07-15', '00:15', '2026-07-14T22:15:00.000Z'],
  // the night that the clocks go back, and the one that they go forward
  ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
])('%s %s is %s', (day, time, moment) => {
  expect(at(day, time)).toBe(moment);
});

test.each([
  ['09:30', '09:30'],
  ['9.30', '09:30'],
  ['24:00', null],
  ['19:60', null],
  ['half acht', null],
])('reads %s as %s', (typed, read) => {
  expect(parseClockTime(typed)).toBe(read);
});

test('says what clocks show', () => {
  expect(clockInAmsterdam(new Date('2026-07-15T17:30:00Z'))).toBe('19:30');
  expect(clockInAmsterdam(new Date('2026-01-15T23:05:00Z'))).toBe('00:05');
});
