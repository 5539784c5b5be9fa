import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8, textOf } from './bytes.ts';
import { decodeBundle, decodeTile, encodeBundle, encodeTile, parseTilePath, tilePath, tilesOf } from './tile.ts';

describe('paths of tlog-tiles', () => {
  it.each([
    [{ level: 0, index: 1234067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 3, index: 999, width: 1 }, 'tile/3/999.p/1'],
    [{ level: 10, index: 1000, width: 255 }, 'tile/10/x001/000.p/255'],
    [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
  ] as const)('%j is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it('come back as they were', () => {
    const tile = fc.record({
      level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const)),
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(tile, (one) => {
        expect(parseTilePath(tilePath(one))).toEqual(one);
      }),
    );
  });

  it.each([
    'tile/0/00',
    'tile/0/0000',
    'tile/00/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/x000/000',
    'tile/0/000/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/0/../checkpoint',
    'tile/0/x001/x234',
    'tile/entry/000',
    '/tile/0/000',
    'tile/0/000/',
    'tile/0/000 ',
    'tile/0/x999/x999/x999/x999/x999/999',
    '',
    'checkpoint',
  ])('%j is none', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  it('of 70,000 leaves are those that the specification counts', () => {
    const tiles = [...tilesOf(70_000)];
    const full = (level: number) => tiles.filter((tile) => tile.level === level && tile.width === 256).length;
    const partial = (level: number) =>
      tiles.filter((tile) => tile.level === level && tile.width < 256).map(({ width }) => width);
    expect([full(0), partial(0), full(1), partial(1), full(2), partial(2), full(3)]).toEqual([
      273,
      [112],
      1,
      [17],
      0,
      [1],
      0,
    ]);
    expect([...tilesOf(256)].map(tilePath)).toEqual(['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']);
    expect([...tilesOf(0)]).toEqual([]);
  });
});

describe('bundles and tiles', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 20 }), (entries) => {
        const read = decodeBundle(encodeBundle(entries), entries.length);
        expect(read?.map((entry) => [...entry])).toEqual(entries.map((entry) => [...entry]));
      }),
    );
    expect(decodeTile(encodeTile([new Uint8Array(32).fill(7)]), 1)).toEqual([new Uint8Array(32).fill(7)]);
  });

  it('hold the length in two bytes, the largest first', () => {
    const bundle = encodeBundle([utf8('a'.repeat(258))]);
    expect([...bundle.subarray(0, 3)]).toEqual([1, 2, 97]);
    expect(textOf(bundle.subarray(2))).toBe('a'.repeat(258));
    expect(() => encodeBundle([new Uint8Array(65_536)])).toThrow(RangeError);
  });

  it.each([
    ['half a length', Uint8Array.of(0)],
    ['less than it says', Uint8Array.of(0, 2, 1)],
    ['another number of entries', Uint8Array.of(0, 1, 1, 0, 1, 1)],
    ['nothing', new Uint8Array()],
  ])('are not %s', (_what, bytes) => {
    expect(decodeBundle(bytes, 1)).toBeNull();
  });

  it('of another length are none', () => {
    expect(decodeTile(new Uint8Array(31), 1)).toBeNull();
    expect(decodeTile(new Uint8Array(64), 1)).toBeNull();
  });
});
