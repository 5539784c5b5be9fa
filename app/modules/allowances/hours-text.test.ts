import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hoursText, readHours } from './hours-text.ts';

it.each([
  ['2', 120],
  [' 2,5 ', 150],
  ['1.75', 105],
  ['0,25', 15],
  [',5', 30],
  ['2:30', 150],
  ['2u30', 150],
  ['3 uur', 180],
  ['24', 1440],
  ['0:05', 5],
  ['24,25', null],
  ['0', null],
  ['', null],
  [',', null],
  ['2:75', null],
  ['1,33', null],
  ['2:31', null],
  ['-2', null],
  ['1e3', null],
  ['twee', null],
  ['123', null],
])('%j is %s minutes', (text, minutes) => {
  expect(readHours(text)).toBe(minutes);
});

it('reads what it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 288 }), (fives) => {
      expect(readHours(hoursText(fives * 5))).toBe(fives * 5);
    }),
  );
});
