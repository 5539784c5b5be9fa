import { expect, test } from 'vitest';
import { numberText, type NumberFormat } from './number-text.ts';

test.each<[number, NumberFormat, string, string]>([
  [3.5, 'short', '3,5', '3.5'],
  [4, 'short', '4', '4'],
  [4, 'average', '4,0', '4.0'],
  [2.333, 'average', '2,33', '2.33'],
  [71.5, 'column', '71,50', '71.50'],
  [1234.5, 'column', '1.234,50', '1,234.50'],
])('%d as %s', (value, format, dutch, english) => {
  expect(numberText(value, format, 'nl')).toBe(dutch);
  expect(numberText(value, format, 'en')).toBe(english);
});
