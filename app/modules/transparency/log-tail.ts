import { readFile, type Steps } from './steps.ts';
import { decodeBundle, encodeBundle, encodeTile, tilePath, tileWidth, widthOf } from './tile.ts';
import { BrokenTile, rightEdge, tiledTree } from './tiled-tree.ts';
import { leafHash, treeHash, type Hash } from './tree.ts';

/**
 * What is needed of a log to go on with it: of each level the last, unfinished tile. At most 255 hashes a level, three
 * levels for sixteen million leaves, however long the log is.
 */
export type LogTail = {
  size: number;
  /** From the leaves up. */
  levels: readonly (readonly Hash[])[];
  /** The entries of the unfinished bundle. */
  entries: readonly Uint8Array[];
};

export type LogFile = { path: string; bytes: Uint8Array };

export const emptyTail: LogTail = { size: 0, levels: [], entries: [] };

/** The root of the whole tree. */
export function* rootOfTail({ levels }: LogTail): Steps<Hash> {
  let smaller: Hash | null = null;
  // a subtree that is not whole is the last and smaller one among those of the level above
  for (const hashes of levels) {
    const all: readonly Hash[] = smaller === null ? hashes : [...hashes, smaller];
    if (all.length > 0) smaller = yield* treeHash(all);
  }
  return smaller ?? (yield* treeHash([]));
}

/**
 * Puts entries behind the others.
 * @returns the new tail, and the files to write: what is full now, and the unfinished ones of the new size
 * @throws RangeError for an entry of 65,536 bytes or more
 */
export function* extendTail(tail: LogTail, added: readonly Uint8Array[]): Steps<{ tail: LogTail; files: LogFile[] }> {
  const levels = tail.levels.map((hashes) => [...hashes]);
  const files: LogFile[] = [];
  let entries = [...tail.entries];
  let size = tail.size;
  for (const entry of added) {
    size += 1;
    entries.push(entry);
    if (entries.length === tileWidth) {
      files.push({
        path: tilePath({ level: 'entries', index: size / tileWidth - 1, width: tileWidth }),
        bytes: encodeBundle(entries),
      });
      entries = [];
    }
    let hash = yield* leafHash(entry);
    for (let level = 0; ; level += 1) {
      const hashes: Hash[] = (levels[level] ??= []);
      hashes.push(hash);
      if (hashes.length < tileWidth) break;
      const index = size / tileWidth ** (level + 1) - 1;
      files.push({ path: tilePath({ level, index, width: tileWidth }), bytes: encodeTile(hashes) });
      hash = yield* treeHash(hashes);
      levels[level] = [];
    }
  }
  const next = { size, levels, entries };
  return { tail: next, files: added.length === 0 ? [] : [...files, ...unfinished(next)] };
}

function unfinished({ size, levels, entries }: LogTail): LogFile[] {
  const files: LogFile[] = [];
  if (entries.length > 0) {
    const index = Math.floor(size / tileWidth);
    files.push({ path: tilePath({ level: 'entries', index, width: entries.length }), bytes: encodeBundle(entries) });
  }
  for (const [level, hashes] of levels.entries()) {
    if (hashes.length === 0) continue;
    const index = Math.floor(size / tileWidth ** (level + 1));
    files.push({ path: tilePath({ level, index, width: hashes.length }), bytes: encodeTile(hashes) });
  }
  return files;
}

/** The tail of the log as its files hold it. @throws BrokenTile */
export function* readTail(size: number): Steps<LogTail> {
  const levels = yield* rightEdge(tiledTree(size));
  const place = { level: 'entries' as const, index: Math.floor(size / tileWidth) };
  const width = widthOf(place, size);
  if (width === 0) return { size, levels, entries: [] };
  const path = tilePath({ ...place, width });
  const bytes = yield* readFile(path);
  const entries = bytes === null ? null : decodeBundle(bytes, width);
  if (entries === null) throw new BrokenTile(path);
  return { size, levels, entries };
}
