import { expect, test } from 'vitest';
import { calendarDate } from './calendar-date.ts';
import { dateText, type DateFormat } from './date-text.ts';
import { instant } from './instant.ts';

const day = calendarDate('2026-12-01');

test.each([
  ['long', 'nl', 'dinsdag 1 december 2026'],
  ['day', 'nl', '1 december 2026'],
  ['short', 'nl', '1 dec 2026'],
  ['day', 'en', '1 December 2026'],
] satisfies [DateFormat, string, string][])('a day as %s in %s: %s', (format, language, words) => {
  expect(dateText(day, format, language)).toBe(words);
});

test('a moment is told as it is in Amsterdam, in winter and in summer', () => {
  expect(dateText(instant('2026-12-01T23:30:00Z'), 'day', 'nl')).toBe('2 december 2026');
  expect(dateText(instant('2026-12-01T23:30:00Z'), 'clock', 'nl')).toBe('00:30');
  expect(dateText(instant('2026-07-01T12:05:00Z'), 'clock', 'en')).toBe('14:05');
});
