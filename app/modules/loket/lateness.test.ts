import { expect, test } from 'vitest';
import { addDays, calendarDate } from '#app/kernel/calendar-date.ts';
import { isReminderDay, lateness } from './lateness.ts';

const due = calendarDate('2026-03-29');

test.each([
  ['2026-03-20', { state: 'due', days: 9 }],
  ['2026-03-29', { state: 'due', days: 0 }],
  ['2026-03-30', { state: 'late', days: 1 }],
  ['2026-04-29', { state: 'late', days: 31 }],
])('on %s', (today, expected) => {
  expect(lateness(due, calendarDate(today))).toEqual(expected);
});

test('without a term nothing is late', () => {
  expect(lateness(null, due)).toEqual({ state: 'no-term' });
});

test('a late step is remembered on the day after its term, and once a week from then on', () => {
  const days = Array.from({ length: 20 }, (_, index) => index - 2).filter((days) =>
    isReminderDay(due, addDays(due, days)),
  );
  expect(days).toEqual([1, 8, 15]);
});
