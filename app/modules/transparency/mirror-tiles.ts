import { sameBytes } from './bytes.ts';
import { readFile, type Steps } from './steps.ts';
import { decodeBundle, decodeTile, hashesOn, levelsOf, tilePath, tilesOf, tileWidth, widthOf } from './tile.ts';
import { leafHash, treeHash, type Hash } from './tree.ts';

/** What is wrong and where. `at` is the first entry or hash in the file that differs, from 0. */
export type Finding = { path: string; problem: string; at?: number };

/** The hashes of a tile. Null: the file is missing, is not what its name says, or is made of such files. */
type Row = readonly Hash[] | null;
/** Per level of tiles, from the leaves up, the row of each tile. */
type Levels = readonly (readonly Row[])[];

export type Mirror = {
  size: number;
  /** What the tiles hold. */
  held: Levels;
  /** What the tiles should hold, made anew from the entries in the bundles. */
  made: Levels;
  findings: readonly Finding[];
};

export function* readMirror(size: number): Steps<Mirror> {
  const held: Row[][] = levelsOf(size).map(() => []);
  const leaves: Row[] = [];
  const findings: Finding[] = [];
  for (const tile of tilesOf(size)) {
    const bytes = yield* readFile(tilePath(tile));
    const decode = tile.level === 'entries' ? decodeBundle : decodeTile;
    const row = bytes === null ? null : decode(bytes, tile.width);
    if (row === null) findings.push({ path: tilePath(tile), problem: bytes === null ? 'missing' : 'malformed' });
    if (tile.level === 'entries') leaves.push(row === null ? null : yield* hashAll(row));
    else held[tile.level]?.push(row);
  }
  return { size, held, made: yield* levelsOver(leaves, size), findings };
}

function* hashAll(entries: readonly Uint8Array[]): Steps<Hash[]> {
  const hashes: Hash[] = [];
  for (const entry of entries) hashes.push(yield* leafHash(entry));
  return hashes;
}

function* levelsOver(leaves: readonly Row[], size: number): Steps<Levels> {
  const levels: Row[][] = [];
  let rows: readonly Row[] = leaves;
  for (const level of levelsOf(size)) {
    levels.push([...rows]);
    const above: Row[] = [];
    const tiles = Math.ceil(hashesOn(level + 1, size) / tileWidth);
    for (let index = 0; index < tiles; index += 1) {
      const end = Math.min((index + 1) * tileWidth, hashesOn(level + 1, size));
      above.push(yield* rowOver(rows.slice(index * tileWidth, end)));
    }
    rows = above;
  }
  return levels;
}

function* rowOver(rows: readonly Row[]): Steps<Row> {
  const hashes: Hash[] = [];
  for (const row of rows) {
    if (row === null) return null;
    hashes.push(yield* treeHash(row));
  }
  return hashes;
}

/** The root as the last, unfinished tiles make it; null when one of them is missing. */
function* rootOver(levels: Levels, size: number): Steps<Hash | null> {
  let smaller: Hash | null = null;
  for (const [level, rows] of levels.entries()) {
    const index = Math.floor(hashesOn(level, size) / tileWidth);
    const row: Row | undefined = widthOf({ level, index }, size) === 0 ? [] : rows[index];
    if (row === null || row === undefined) return null;
    const all: readonly Hash[] = smaller === null ? row : [...row, smaller];
    if (all.length > 0) smaller = yield* treeHash(all);
  }
  return smaller ?? (yield* treeHash([]));
}

/**
 * Which files are wrong. When the entries make the root that was signed, they are right and every tile is held against them.
 * Else it goes by the tiles: the unfinished ones make the root, and each full one makes the hash that the tile above holds.
 */
export function* judgeMirror(mirror: Mirror, root: Hash): Steps<Finding[]> {
  const { size, held, made } = mirror;
  const entriesMakeRoot = isSame(yield* rootOver(made, size), root);
  const tilesMakeRoot = isSame(yield* rootOver(held, size), root);
  const findings: Finding[] = [...mirror.findings];
  if (!entriesMakeRoot && !tilesMakeRoot) findings.push({ path: 'checkpoint', problem: 'root-of-other-files' });
  for (const [level, rows] of held.entries()) {
    for (const [index, row] of rows.entries()) {
      const other = made[level]?.[index] ?? null;
      const at = firstDifference(row, other);
      const above = held[level + 1]?.[Math.floor(index / tileWidth)]?.[index % tileWidth] ?? null;
      if (row !== null) {
        const right = entriesMakeRoot ? at < 0 : yield* speaksForItself(row, above, tilesMakeRoot || at < 0);
        if (!right) findings.push(differing(tilePath({ level, index, width: row.length }), 'hash-differs', at));
      }
      if (level > 0 || other === null || at < 0 || entriesMakeRoot) continue;
      if (above !== null && isSame(yield* treeHash(other), above)) continue;
      findings.push(differing(tilePath({ level: 'entries', index, width: other.length }), 'entry-differs', at));
    }
  }
  return findings;
}

/** @param unfinished what is to be thought of a tile that has no hash above it */
function* speaksForItself(row: readonly Hash[], above: Hash | null, unfinished: boolean): Steps<boolean> {
  return above === null ? unfinished : isSame(yield* treeHash(row), above);
}

function differing(path: string, problem: string, at: number): Finding {
  return at < 0 ? { path, problem } : { path, problem, at };
}

function isSame(one: Hash | null, other: Hash): boolean {
  return one !== null && sameBytes(one, other);
}

/** Where two rows differ first; -1 where they do not, or there is only one. */
function firstDifference(one: Row, other: Row): number {
  if (one === null || other === null) return -1;
  return one.findIndex((hash, at) => !isSame(other[at] ?? null, hash));
}
