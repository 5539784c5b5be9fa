import { openCheckpoint, type OpenedCheckpoint } from './checkpoint.ts';
import type { KeyRing } from './key-ring.ts';
import { judgeMirror, readMirror, type Finding, type Mirror } from './mirror-tiles.ts';
import { entryOf, parsePublishedLeaf } from './leaf.ts';
import type { VerifierKey } from './note-key.ts';
import { readFile, type Steps } from './steps.ts';
import { checkpointPath, parseTilePath, tilePath, tilesOf, tileWidth, widthOf } from './tile.ts';
import { leafHash, treeHash } from './tree.ts';
import { sameBytes } from './bytes.ts';

export type MirrorReport = {
  checkpoint: OpenedCheckpoint | null;
  findings: Finding[];
  counted: { tiles: number; bundles: number; earlier: number; leaves: number };
};

/**
 * Checks a copied log from its files alone: the signature of its checkpoint, every tile and every bundle, that it continues
 * what was signed earlier, and that published leaves are in it. Where something differs it finds out which file it is, from
 * what the root and the other files say.
 * @param paths every file of the mirror
 * @param log the name and keys that the reader trusts
 */
export function* checkMirror(
  paths: readonly string[],
  log: { origin: string; keys: KeyRing; witnesses?: readonly VerifierKey[] },
  given: { earlier?: readonly NamedFile[]; leaves?: readonly NamedFile[] } = {},
): Steps<MirrorReport> {
  const findings: Finding[] = [];
  const counted = { tiles: 0, bundles: 0, earlier: 0, leaves: 0 };
  const bytes = yield* readFile(checkpointPath);
  if (bytes === null) return { checkpoint: null, findings: [{ path: checkpointPath, problem: 'missing' }], counted };
  const opened = yield* openCheckpoint(bytes, log, log.witnesses);
  if (!opened.ok) return { checkpoint: null, findings: [{ path: checkpointPath, problem: opened.reason }], counted };
  const checkpoint = opened.value;

  const mirror = yield* readMirror(checkpoint.size);
  findings.push(...(yield* judgeMirror(mirror, checkpoint.root)));
  findings.push(...(yield* othersAmong(paths, checkpoint.size, new Set(findings.map(({ path }) => path)))));
  for (const tile of tilesOf(checkpoint.size)) counted[tile.level === 'entries' ? 'bundles' : 'tiles'] += 1;

  for (const { name, bytes: earlier } of given.earlier ?? []) {
    const problem = yield* mistakeInEarlier(earlier, log, mirror);
    counted.earlier += 1;
    if (problem !== null) findings.push({ path: name, problem });
  }
  for (const { name, bytes: leaf } of given.leaves ?? []) {
    const problem = yield* mistakeInLeaf(leaf, log.origin, mirror);
    counted.leaves += 1;
    if (problem !== null) findings.push({ path: name, problem });
  }
  return { checkpoint, findings, counted };
}

export type NamedFile = { name: string; bytes: Uint8Array };

/**
 * Files that the tree does not ask for: those of a smaller tree must be the beginning of what came after, others are strange.
 * @param wrong files that nothing can be held against any more
 */
function* othersAmong(paths: readonly string[], size: number, wrong: ReadonlySet<string>): Steps<Finding[]> {
  const findings: Finding[] = [];
  const asked = new Set([checkpointPath, ...Array.from(tilesOf(size), tilePath)]);
  for (const path of paths) {
    if (asked.has(path)) continue;
    const tile = parseTilePath(path);
    const width = tile === null ? 0 : widthOf(tile, size);
    if (tile === null || tile.width > width) {
      findings.push({ path, problem: 'not-of-this-log' });
      continue;
    }
    if (wrong.has(tilePath({ ...tile, width }))) continue;
    const old = yield* readFile(path);
    const now = yield* readFile(tilePath({ ...tile, width }));
    // a bundle and a tile are both a row: a smaller one is how a larger one begins
    if (old === null || now === null || old.length >= now.length || !sameBytes(old, now.subarray(0, old.length)))
      findings.push({ path, problem: 'differs-from-what-followed' });
  }
  return findings;
}

function* mistakeInEarlier(
  bytes: Uint8Array,
  log: { origin: string; keys: KeyRing },
  mirror: Mirror,
): Steps<string | null> {
  const earlier = yield* openCheckpoint(bytes, log);
  if (!earlier.ok) return earlier.reason;
  const { size, root } = earlier.value;
  if (size > mirror.size) return 'larger-than-the-log';
  const rows = mirror.held[0] ?? [];
  if (rows.includes(null)) return 'not-to-be-compared';
  const hashes = rows.flatMap((row) => row ?? []).slice(0, size);
  return sameBytes(yield* treeHash(hashes), root) ? null : 'rewritten-since';
}

function* mistakeInLeaf(bytes: Uint8Array, origin: string, mirror: Mirror): Steps<string | null> {
  const published = parsePublishedLeaf(bytes);
  if (!published.ok) return published.reason;
  const { index, leaf, log } = published.value;
  if (log !== origin) return 'leaf-of-another-log';
  const hash = yield* leafHash(yield* entryOf(leaf));
  const held = mirror.held[0]?.[Math.floor(index / tileWidth)]?.[index % tileWidth];
  return held !== undefined && sameBytes(held, hash) ? null : 'leaf-not-in-log';
}
