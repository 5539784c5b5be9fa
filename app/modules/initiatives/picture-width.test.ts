import { expect, test } from 'vitest';
import { pictureSources, readPictureWidth } from './picture-width.ts';

test.each([
  ['480', 480],
  ['1600', 1600],
  ['481', null],
  ['0480', null],
  ['-480', null],
  ['', null],
  [null, null],
])('a width of %s is asked for as %s', (asked, width) => {
  expect(readPictureWidth(asked)).toBe(width);
});

test('a browser chooses among the widths that there are', () => {
  const { src, srcSet } = pictureSources('een', '100vw');
  expect(src).toBe('/bijlagen/een?breedte=960');
  expect(srcSet).toBe(
    '/bijlagen/een?breedte=480 480w, /bijlagen/een?breedte=960 960w, /bijlagen/een?breedte=1600 1600w',
  );
});
