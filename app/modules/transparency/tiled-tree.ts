import { readFile, type Steps } from './steps.ts';
import { decodeTile, hashesOn, levelsOf, tilePath, tileWidth, widthOf } from './tile.ts';
import {
  consistencyPath,
  emptyRoot,
  hashLength,
  inclusionPath,
  nodeHash,
  splitPoint,
  treeHash,
  type Hash,
  type Range,
} from './tree.ts';

/** A file that is missing or not what its name says. It is the mirror that is broken, so this is thrown. */
export class BrokenTile extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`the log has no whole ${path}`);
    this.path = path;
  }
}

/** The tree of the first `size` leaves, read from tiles. Each tile is read once, and each subtree hashed once. */
export type TiledTree = {
  readonly size: number;
  readonly read: Map<string, readonly Hash[]>;
  readonly made: Map<string, Hash>;
};

export function tiledTree(size: number): TiledTree {
  return { size, read: new Map(), made: new Map() };
}

/** @throws BrokenTile */
export function* inclusionProof(tree: TiledTree, index: number): Steps<Hash[]> {
  return yield* hashesOf(tree, inclusionPath(index, tree.size));
}

/** @throws BrokenTile */
export function* consistencyProof(tree: TiledTree, earlier: number): Steps<Hash[]> {
  return yield* hashesOf(tree, consistencyPath(earlier, tree.size));
}

/** The root of the first leaves, `size` of them when not said otherwise. @throws BrokenTile */
export function* rootOf(tree: TiledTree, size = tree.size): Steps<Hash> {
  return size === 0 ? emptyRoot : yield* rangeHash(tree, { start: 0, end: size });
}

/** The hash that the tile of level 0 holds for a leaf. @throws BrokenTile */
export function* leafHashAt(tree: TiledTree, index: number): Steps<Hash> {
  return yield* rangeHash(tree, { start: index, end: index + 1 });
}

/** The hashes of the last, unfinished tile of each level, from the leaves up. @throws BrokenTile */
export function* rightEdge(tree: TiledTree): Steps<Hash[][]> {
  const edge: Hash[][] = [];
  for (const level of levelsOf(tree.size)) {
    const index = Math.floor(hashesOn(level, tree.size) / tileWidth);
    const width = widthOf({ level, index }, tree.size);
    edge.push(width === 0 ? [] : [...(yield* hashesOfTile(tree, level, index))]);
  }
  return edge;
}

function* hashesOf(tree: TiledTree, ranges: readonly Range[]): Steps<Hash[]> {
  const hashes: Hash[] = [];
  for (const range of ranges) hashes.push(yield* rangeHash(tree, range));
  return hashes;
}

function* rangeHash(tree: TiledTree, range: Range): Steps<Hash> {
  const count = range.end - range.start;
  const half = count === 1 ? 1 : splitPoint(count);
  if (count === 1 || half * 2 === count) return yield* subtreeHash(tree, range);
  const middle = range.start + half;
  const left = yield* rangeHash(tree, { start: range.start, end: middle });
  return yield* nodeHash(left, yield* rangeHash(tree, { start: middle, end: range.end }));
}

/** Of a whole subtree: the tile that holds it, or holds what it is made of. */
function* subtreeHash(tree: TiledTree, { start, end }: Range): Steps<Hash> {
  const name = `${start} ${end}`;
  const known = tree.made.get(name);
  if (known !== undefined) return known;
  let level = 0;
  while (tileWidth ** (level + 1) <= end - start) level += 1;
  const first = start / tileWidth ** level;
  const count = (end - start) / tileWidth ** level;
  const hashes = yield* hashesOfTile(tree, level, Math.floor(first / tileWidth));
  const offset = first % tileWidth;
  const hash = yield* treeHash(hashes.slice(offset, offset + count));
  tree.made.set(name, hash);
  return hash;
}

function* hashesOfTile(tree: TiledTree, level: number, index: number): Steps<readonly Hash[]> {
  const width = widthOf({ level, index }, tree.size);
  const path = tilePath({ level, index, width });
  const known = tree.read.get(path);
  if (known !== undefined) return known;
  // who grows may have thrown the partial tile away once the full one was there
  const bytes = (yield* readFile(path)) ?? (yield* wholeInstead(level, index, width));
  const hashes = bytes === null ? null : decodeTile(bytes, width);
  if (hashes === null) throw new BrokenTile(path);
  tree.read.set(path, hashes);
  return hashes;
}

function* wholeInstead(level: number, index: number, width: number): Steps<Uint8Array | null> {
  if (width === tileWidth) return null;
  const whole = yield* readFile(tilePath({ level, index, width: tileWidth }));
  return whole?.length === tileWidth * hashLength ? whole.subarray(0, width * hashLength) : null;
}
