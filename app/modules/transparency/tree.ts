import { concat, sameBytes } from './bytes.ts';
import { sha256, type Steps } from './steps.ts';

/** SHA-256, 32 bytes. */
export type Hash = Uint8Array;

/** Leaves from `start` up to, not including, `end`. */
export type Range = { start: number; end: number };

export const hashLength = 32;

/** Of no leaves at all: SHA-256 of nothing. */
export const emptyRoot: Hash = Uint8Array.from([
  0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41,
  0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
]);

const leafMark = Uint8Array.of(0);
const nodeMark = Uint8Array.of(1);

/** What is hashed for a leaf and for a node (RFC 6962, section 2.1): the marks keep a node from passing for a leaf. */
export function leafBytes(entry: Uint8Array): Uint8Array {
  return concat(leafMark, entry);
}

export function nodeBytes(left: Hash, right: Hash): Uint8Array {
  return concat(nodeMark, left, right);
}

export function* leafHash(entry: Uint8Array): Steps<Hash> {
  return yield* sha256(leafBytes(entry));
}

export function* nodeHash(left: Hash, right: Hash): Steps<Hash> {
  return yield* sha256(nodeBytes(left, right));
}

/** The largest power of two below `count`: where RFC 6962 divides a tree. @param count two or more */
export function splitPoint(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}

/** The Merkle tree hash of subtrees of one size, of which only the last may be smaller. */
export function* treeHash(hashes: readonly Hash[]): Steps<Hash> {
  const [first] = hashes;
  if (first === undefined) return emptyRoot;
  if (hashes.length === 1) return first;
  const half = splitPoint(hashes.length);
  return yield* nodeHash(yield* treeHash(hashes.slice(0, half)), yield* treeHash(hashes.slice(half)));
}

/**
 * The subtrees whose hashes prove that leaf `index` is in the tree of `size` leaves, from the leaf to the root
 * (RFC 6962, section 2.1.1).
 * @throws RangeError when the tree has no such leaf
 */
export function inclusionPath(index: number, size: number): Range[] {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`no leaf ${index} of ${size}`);
  const path: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * The subtrees whose hashes prove that the tree of `size` leaves begins with that of `earlier` leaves (RFC 6962, section 2.1.2).
 * @throws RangeError when the earlier tree is the larger one
 */
export function consistencyPath(earlier: number, size: number): Range[] {
  if (!isCount(earlier) || !isCount(size) || earlier > size) throw new RangeError(`${earlier} leaves before ${size}`);
  if (earlier === 0) return [];
  const path: Range[] = [];
  let [start, end] = [0, size];
  while (end !== earlier) {
    const middle = start + splitPoint(end - start);
    if (earlier <= middle) {
      path.push({ start: middle, end });
      end = middle;
    } else {
      path.push({ start, end: middle });
      start = middle;
    }
  }
  // where the earlier tree is a whole subtree of the later one, the verifier has its hash already
  if (start > 0) path.push({ start, end });
  return path.reverse();
}

/** @returns true only if the leaf hash stands at `index` in the tree of `size` leaves with this root */
export function* verifiesInclusion(
  claim: { index: number; size: number; leaf: Hash; root: Hash },
  proof: readonly Hash[],
): Steps<boolean> {
  const { index, size, leaf, root } = claim;
  if (!isCount(index) || !isCount(size) || index >= size || !areHashes(leaf, root, ...proof)) return false;
  const path = inclusionPath(index, size);
  if (path.length !== proof.length) return false;
  let hash = leaf;
  for (const [at, range] of path.entries()) {
    const other = proof[at] as Hash;
    hash = range.start > index ? yield* nodeHash(hash, other) : yield* nodeHash(other, hash);
  }
  return sameBytes(hash, root);
}

/** @returns true only if the later tree begins with exactly the leaves of the earlier one */
export function* verifiesConsistency(
  earlier: { size: number; root: Hash },
  later: { size: number; root: Hash },
  proof: readonly Hash[],
): Steps<boolean> {
  if (!isCount(earlier.size) || !isCount(later.size) || earlier.size > later.size) return false;
  if (!areHashes(earlier.root, later.root, ...proof)) return false;
  if (earlier.size === 0) return proof.length === 0 && sameBytes(earlier.root, emptyRoot);
  const path = consistencyPath(earlier.size, later.size);
  if (path.length !== proof.length) return false;
  const whole = path[0]?.end !== earlier.size;
  let [before, after] = whole ? [earlier.root, earlier.root] : [proof[0] as Hash, proof[0] as Hash];
  for (const [at, range] of path.entries()) {
    if (at === 0 && !whole) continue;
    const other = proof[at] as Hash;
    if (range.end <= earlier.size) {
      before = yield* nodeHash(other, before);
      after = yield* nodeHash(other, after);
    } else after = yield* nodeHash(after, other);
  }
  return sameBytes(before, earlier.root) && sameBytes(after, later.root);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function areHashes(...values: readonly Uint8Array[]): boolean {
  return values.every(({ length }) => length === hashLength);
}
