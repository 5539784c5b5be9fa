import { concat } from './bytes.ts';
import { hashLength, type Hash } from './tree.ts';

/** Files of the log as C2SP tlog-tiles names them. */
export const tileWidth = 256;
export const checkpointPath = 'checkpoint';

/** A tile of hashes, or a bundle of the entries under a tile of level 0. A width below 256 makes it partial. */
export type Tile = { level: number | 'entries'; index: number; width: number };

/** @example tilePath({ level: 0, index: 1234067, width: 3 }) is tile/0/x001/x234/067.p/3 */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0');
  const groups = digits.match(/\d{3}/g) ?? [];
  const place = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
  return `tile/${level}/${place}${width === tileWidth ? '' : `.p/${width}`}`;
}

const pathShape = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** @returns null for a path that is not the one name of a tile */
export function parseTilePath(path: string): Tile | null {
  const [, level = '', place = '', width = String(tileWidth)] = pathShape.exec(path) ?? [];
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(place.replaceAll(/[x/]/g, '')),
    width: Number(width),
  };
  if (level === '' || tile.width > tileWidth || !Number.isSafeInteger(tile.index)) return null;
  if (tile.level !== 'entries' && tile.level > 63) return null;
  // one tile, one path: no full tile spelled as a partial one, no zeros before the number
  return tilePath(tile) === path ? tile : null;
}

/** How many hashes of whole subtrees there are on a level of tiles, in a tree of `size` leaves. */
export function hashesOn(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level);
}

/** How wide a tile is in a tree of `size` leaves; 0 where there is none yet. */
export function widthOf(tile: { level: number | 'entries'; index: number }, size: number): number {
  const hashes = hashesOn(tile.level === 'entries' ? 0 : tile.level, size);
  return Math.max(0, Math.min(tileWidth, hashes - tile.index * tileWidth));
}

/** Every tile and bundle that a mirror of `size` leaves must hold; the widest of each place. */
export function* tilesOf(size: number): Generator<Tile> {
  for (const level of ['entries' as const, ...levelsOf(size)]) {
    for (let index = 0; ; index += 1) {
      const width = widthOf({ level, index }, size);
      if (width > 0) yield { level, index, width };
      if (width < tileWidth) break;
    }
  }
}

/** The levels of tiles in a tree of `size` leaves, from the leaves up. */
export function levelsOf(size: number): number[] {
  const levels: number[] = [];
  while (hashesOn(levels.length, size) > 0) levels.push(levels.length);
  return levels;
}

export function encodeTile(hashes: readonly Hash[]): Uint8Array {
  return concat(...hashes);
}

/** @returns null when the bytes are not `width` hashes */
export function decodeTile(bytes: Uint8Array, width: number): Hash[] | null {
  if (bytes.length !== width * hashLength) return null;
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * hashLength, (at + 1) * hashLength));
}

/** Each entry after its length in two bytes. @throws RangeError for an entry of 65,536 bytes or more */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concat(
    ...entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new RangeError(`an entry of ${entry.length} bytes`);
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

/** @returns null when the bytes are not exactly `width` entries */
export function decodeBundle(bytes: Uint8Array, width: number): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const begin = at + 2;
    if (begin > bytes.length) return null;
    at = begin + (((bytes[begin - 2] ?? 0) << 8) | (bytes[begin - 1] ?? 0));
    if (at > bytes.length) return null;
    entries.push(bytes.subarray(begin, at));
  }
  return entries.length === width ? entries : null;
}
