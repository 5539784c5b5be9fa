import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDate } from '#app/kernel/calendar-date.ts';
import { askedAbout, matchOutcomes, roundState, tallyOutcomes } from './exercise.ts';

test.each([
  ['2026-11-21', '2026-05-21'],
  ['2026-08-31', '2026-02-28'],
  ['2027-01-01', '2026-07-01'],
])('on %s matches of %s and before are asked about', (today, lastDay) => {
  expect(askedAbout(calendarDate(today))).toBe(lastDay);
});

test.each([
  ['2026-05-01', 'coming'],
  ['2026-05-02', 'running'],
  ['2026-05-09', 'running'],
  ['2026-05-10', 'over'],
] as const)('on %s a round from 2 to 9 May is %s', (today, state) => {
  const round = { opensOn: calendarDate('2026-05-02'), closesOn: calendarDate('2026-05-09') };
  expect(roundState(round, calendarDate(today))).toBe(state);
});

test('every match is counted once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(null, ...matchOutcomes)), (outcomes) => {
      const { total, untold, ...told } = tallyOutcomes(outcomes);
      expect(total).toBe(outcomes.length);
      expect(Object.values(told).reduce((sum, count) => sum + count, untold)).toBe(total);
    }),
  );
});
