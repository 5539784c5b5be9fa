import { expect, test } from 'vitest';
import { readSizes } from './sizes.ts';

test.each([
  [undefined, [1000, 100_000]],
  ['1M,10k,250', [250, 10_000, 1_000_000]],
  [' 2m ', [2_000_000]],
])('%s', (text, sizes) => {
  expect(readSizes(text, '1k,100k')).toEqual(sizes);
});

test.each(['', 'veel', '0', '-1k', '1k,,2k', '1.5k'])('"%s" is no size', (text) => {
  expect(() => readSizes(text, '1k')).toThrow(RangeError);
});
