import { expect, test } from 'vitest';
import { addDays, calendarDate } from '#app/kernel/calendar-date.ts';
import { lateness, reminderNumber } from './lateness.ts';

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
  expect(reminderNumber(null, due)).toBeNull();
});

test('a late step is remembered once a week', () => {
  const numbers = Array.from({ length: 15 }, (_, index) => reminderNumber(due, addDays(due, index)));
  expect(numbers).toEqual([null, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
});
