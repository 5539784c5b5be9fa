import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { toHex } from '../bytes.ts';
import { openCheckpoint, type CheckpointRefusal } from '../checkpoint.ts';
import type { KeyRing } from '../key-ring.ts';
import { entryOf, parsePublishedLeaf } from '../leaf.ts';
import { parseProof } from '../proof-file.ts';
import { sha256, type Steps } from '../steps.ts';
import { leafHash, verifiesInclusion } from '../tree.ts';
import type { VerifiedLeaf } from './verify-leaf.ts';

export type ProofRefusal =
  | CheckpointRefusal
  | 'proof-malformed'
  | 'leaf-malformed'
  | 'leaf-of-another-log'
  | 'leaf-not-in-log'
  | 'publication-differs';

/**
 * Whether something published is in the log, unchanged, as one file proves it: for who has no network, or no trust in what the
 * server says today.
 * @param given `proof`: the file; `publication`: the published file that it is about, byte for byte, if that is checked too
 * @param log the name and keys that the reader trusts
 */
export function* verifyProof(
  given: { proof: Uint8Array; publication?: Uint8Array },
  log: { origin: string; keys: KeyRing },
): Steps<Outcome<VerifiedLeaf, ProofRefusal>> {
  const proof = parseProof(given.proof);
  if (!proof.ok) return proof;
  const published = parsePublishedLeaf(proof.value.leaf);
  if (!published.ok) return published;
  const { index, leaf, log: origin } = published.value;
  if (origin !== log.origin) return refused('leaf-of-another-log', { origin });
  if (given.publication !== undefined && toHex(yield* sha256(given.publication)) !== leaf.record.sha256)
    return refused('publication-differs');
  const opened = yield* openCheckpoint(proof.value.checkpoint, log);
  if (!opened.ok) return opened;
  const checkpoint = opened.value;
  const hash = yield* leafHash(yield* entryOf(leaf));
  const claim = { index, size: checkpoint.size, leaf: hash, root: checkpoint.root };
  const isIn = proof.value.size === checkpoint.size && (yield* verifiesInclusion(claim, proof.value.hashes));
  return isIn ? accepted({ record: leaf.record, index, checkpoint }) : refused('leaf-not-in-log', { index });
}
