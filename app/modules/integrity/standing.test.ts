import { describe, expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { lineEnd, publicKind, standingKinds, statementState } from './standing.ts';

describe('the yearly statement', () => {
  const dueOn = calendarDate('2026-11-21');
  test.each([
    ['2026-11-20', 'made'],
    ['2026-11-21', 'due'],
    ['2026-12-21', 'due'],
    ['2026-12-22', 'late'],
  ])('on %s is %s', (today, state) => {
    expect(statementState({ dueOn, statedOn: calendarDate('2025-11-21') }, calendarDate(today))).toBe(state);
  });
});

test('who never made one has it before them until it is due', () => {
  const never = { dueOn: calendarDate('2026-11-21'), statedOn: null };
  expect(statementState(never, calendarDate('2026-11-20'))).toBe('coming');
  expect(statementState(never, calendarDate('2026-11-21'))).toBe('due');
});

test('the public reads of family and other ties no more than that they are personal', () => {
  expect(standingKinds.map(publicKind)).toEqual(['position', 'board', 'ownership', 'gift', 'personal', 'personal']);
});

test('a gift counts for a year, the rest until it ended', () => {
  const beginsOn = calendarDate('2026-02-28');
  expect(lineEnd({ kind: 'gift', beginsOn, endsOn: null })).toBe('2027-02-28');
  expect(lineEnd({ kind: 'board', beginsOn, endsOn: null })).toBe(null);
});
