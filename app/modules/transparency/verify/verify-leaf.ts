import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { toHex } from '../bytes.ts';
import { openCheckpoint, type CheckpointRefusal, type OpenedCheckpoint } from '../checkpoint.ts';
import type { KeyRing } from '../key-ring.ts';
import { entryOf, parsePublishedLeaf } from '../leaf.ts';
import type { LeafRecord } from '../leaf-record.ts';
import { readFile, sha256, type Steps } from '../steps.ts';
import { checkpointPath } from '../tile.ts';
import { BrokenTile, consistencyProof, inclusionProof, tiledTree } from '../tiled-tree.ts';
import { leafHash, verifiesConsistency, verifiesInclusion } from '../tree.ts';

export type VerifyRefusal =
  | CheckpointRefusal
  | 'leaf-malformed'
  | 'leaf-of-another-log'
  | 'leaf-not-yet-in-log'
  | 'leaf-not-in-log'
  | 'publication-differs'
  | 'log-without-checkpoint'
  | 'log-file-broken'
  | 'log-was-rewritten'
  | 'log-went-back';

export type VerifiedLeaf = { record: LeafRecord; index: number; checkpoint: OpenedCheckpoint };

/**
 * Whether something published is in the log, unchanged. Reads nothing but the static files of the log, so it needs no trust
 * in what the server says of itself; runs in a browser (`webMachine`) as on a server.
 * @param given `leaf`: the file that is published of the leaf; `publication`: the published file that it is about, byte for
 *   byte, if that is to be checked too; `earlier`: a checkpoint that was seen before, of which the log must still be the
 *   continuation
 * @param log the name and keys that the reader trusts, which do not come from these files
 */
export function* verifyLeaf(
  given: { leaf: Uint8Array; publication?: Uint8Array; earlier?: Uint8Array },
  log: { origin: string; keys: KeyRing },
): Steps<Outcome<VerifiedLeaf, VerifyRefusal>> {
  const published = parsePublishedLeaf(given.leaf);
  if (!published.ok) return published;
  const { index, leaf, log: origin } = published.value;
  if (origin !== log.origin) return refused('leaf-of-another-log', { origin });
  if (given.publication !== undefined && toHex(yield* sha256(given.publication)) !== leaf.record.sha256)
    return refused('publication-differs');

  const bytes = yield* readFile(checkpointPath);
  if (bytes === null) return refused('log-without-checkpoint');
  const opened = yield* openCheckpoint(bytes, log);
  if (!opened.ok) return opened;
  const checkpoint = opened.value;
  const { size, root } = checkpoint;
  if (index >= size) return refused('leaf-not-yet-in-log', { index, size });
  try {
    const tree = tiledTree(size);
    if (given.earlier !== undefined) {
      const refusal = yield* mistakeSince(given.earlier);
      if (refusal !== null) return refusal;
    }
    const hash = yield* leafHash(yield* entryOf(leaf));
    const proof = yield* inclusionProof(tree, index);
    return (yield* verifiesInclusion({ index, size, leaf: hash, root }, proof))
      ? accepted({ record: leaf.record, index, checkpoint })
      : refused('leaf-not-in-log', { index });
  } catch (error) {
    if (error instanceof BrokenTile) return refused('log-file-broken', { path: error.path });
    throw error;
  }

  function* mistakeSince(earlierBytes: Uint8Array) {
    const earlier = yield* openCheckpoint(earlierBytes, log);
    if (!earlier.ok) return earlier;
    if (earlier.value.size > size) return refused('log-went-back', { earlier: earlier.value.size, size });
    const proof = yield* consistencyProof(tiledTree(size), earlier.value.size);
    return (yield* verifiesConsistency(earlier.value, checkpoint, proof)) ? null : refused('log-was-rewritten');
  }
}
