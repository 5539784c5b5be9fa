import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { lastDayOf, overdue, type QuestionState } from './question.ts';

describe('what the clock does', () => {
  const rows: [QuestionState, string | null, string, string][] = [
    ['open', '2026-11-21', '2026-11-21', 'nothing'],
    ['open', '2026-11-21', '2026-11-22', 'up'],
    ['answered', '2026-11-21', '2026-11-21', 'nothing'],
    ['answered', '2026-11-21', '2026-11-22', 'close'],
    ['closed', '2026-11-21', '2027-11-22', 'nothing'],
    // nobody is above: it stays where it is
    ['open', null, '2027-11-22', 'nothing'],
  ];
  test.each(rows)('%s, due %s, on %s: %s', (state, due, today, expected) => {
    const dueOn = due === null ? null : calendarDate(due);
    expect(overdue({ state, dueOn }, calendarDate(today))).toBe(expected);
  });
});

test('each level has its own term', () => {
  const terms = { chair: 14, manager: 7, control: 21, board: 42, asker: 14 };
  expect(lastDayOf('chair', calendarDate('2026-11-21'), terms)).toBe('2026-12-05');
  expect(lastDayOf('board', calendarDate('2026-11-21'), terms)).toBe('2027-01-02');
});
