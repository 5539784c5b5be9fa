import { z } from 'zod';
import { canonicalJson } from '#app/kernel/canonical-json.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { fromHex, textOf, toHex, utf8 } from './bytes.ts';
import { publishedLeaf } from './leaf.ts';
import type { Hash } from './tree.ts';

/**
 * Everything that is needed to check one publication without us: its leaf, the way from there to the root, and the checkpoint in
 * which the log signed that root. Only the keys of the log and the publication itself are not in it.
 */
const proofFile = z.strictObject({
  format: z.literal('wijkbeurs.proof'),
  version: z.literal(1),
  leaf: publishedLeaf,
  /** How many leaves the log had in that checkpoint. */
  size: z.int().min(1),
  /** From the leaf to the root (RFC 6962), in hexadecimal. */
  proof: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(64),
  /** The signed note, as text. */
  checkpoint: z.string().max(256 * 1024),
});

export type Proof = {
  /** The published leaf, byte for byte (`formatPublishedLeaf`). */
  leaf: Uint8Array;
  size: number;
  hashes: readonly Hash[];
  checkpoint: Uint8Array;
};

/** @throws TypeError or SyntaxError for a leaf or note that is no text */
export function formatProof({ leaf, size, hashes, checkpoint }: Proof): string {
  return canonicalJson({
    format: 'wijkbeurs.proof',
    version: 1,
    leaf: publishedLeaf.parse(JSON.parse(textOf(leaf) ?? '')),
    size,
    proof: hashes.map(toHex),
    checkpoint: textOf(checkpoint) ?? '',
  });
}

export function parseProof(bytes: Uint8Array): Outcome<Proof, 'proof-malformed'> {
  const read = proofFile.safeParse(jsonOf(textOf(bytes)));
  if (!read.success) return refused('proof-malformed');
  const { leaf, size, proof, checkpoint } = read.data;
  const hashes = proof.map((hash) => fromHex(hash) ?? new Uint8Array());
  return accepted({ leaf: utf8(canonicalJson(leaf)), size, hashes, checkpoint: utf8(checkpoint) });
}

function jsonOf(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}
