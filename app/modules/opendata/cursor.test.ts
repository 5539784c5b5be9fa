import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCursor, readSince, writeCursor } from './cursor.ts';

describe('a cursor', () => {
  test('comes back as it went', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }),
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).filter((key) => !/\p{C}/u.test(key)),
        (at, key) => {
          expect(readCursor(writeCursor({ at, key }))).toEqual({ at, key });
        },
      ),
    );
  });

  test('of anybody else is none, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readCursor(text);
        if (read !== null) expect(writeCursor(read)).toBe(text.replace(/=+$/, ''));
      }),
    );
    for (const text of ['', 'x', '%00', 'a'.repeat(1000), Buffer.from('1 a\u0000b').toString('base64url')])
      expect(readCursor(text)).toBeNull();
  });
});

test.each([
  ['2026-11-22', Date.UTC(2026, 10, 22)],
  ['2026-11-22T09:00:00Z', Date.UTC(2026, 10, 22, 9)],
  ['2026-11-22T10:00:00.123456+01:00', Date.UTC(2026, 10, 22, 9, 0, 0, 123)],
])('%s is a moment', (text, milliseconds) => {
  expect(readSince(text)).toBe(BigInt(milliseconds) * 1000n);
});

test.each(['', 'gisteren', '2026', '22-11-2026', '2026-13-01', '2026-11-22T09:00:00', "2026-11-22'; drop"])(
  '“%s” is no moment',
  (text) => {
    expect(readSince(text)).toBeNull();
  },
);
