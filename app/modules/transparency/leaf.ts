import { z } from 'zod';
import { canonicalJson } from '#app/kernel/canonical-json.ts';
import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { concat, fromHex, textOf, toHex, utf8 } from './bytes.ts';
import { leafRecord, type LeafRecord } from './leaf-record.ts';
import { sha256, type Steps } from './steps.ts';

/** A record with the random bytes that hide it. Whoever erases both leaves a number in the log that says nothing. */
export type Leaf = { record: LeafRecord; salt: Uint8Array };

const saltLength = 32;
const mark = utf8('wijkbeurs.leaf/1\n');

export function newSalt(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(saltLength));
}

/**
 * The entry of a leaf in the log: SHA-256 over a mark, the salt and the canonical JSON (RFC 8785) of the record. Without the
 * salt nobody can find the record by trying, however few records are possible.
 * @returns 32 bytes
 * @throws RangeError for a salt of another length
 */
export function* entryOf({ record, salt }: Leaf): Steps<Uint8Array> {
  if (salt.length !== saltLength) throw new RangeError('a salt has 32 bytes');
  return yield* sha256(concat(mark, salt, utf8(canonicalJson(record))));
}

/** A leaf as it is published beside the log: everything that is needed to find it there. */
export const publishedLeaf = z.strictObject({
  format: z.literal('wijkbeurs.leaf'),
  version: z.literal(1),
  /** Origin of the log. */
  log: z.string().min(1).max(200),
  index: z.int().min(0),
  salt: z.string().regex(/^[0-9a-f]{64}$/),
  record: leafRecord,
});
export type PublishedLeaf = { log: string; index: number; leaf: Leaf };

export function formatPublishedLeaf({ log, index, leaf }: PublishedLeaf): string {
  const { record, salt } = leaf;
  return canonicalJson({ format: 'wijkbeurs.leaf', version: 1, log, index, salt: toHex(salt), record });
}

/** @returns a refusal for anything but the canonical form, so that no byte of the file can change unseen */
export function parsePublishedLeaf(bytes: Uint8Array): Outcome<PublishedLeaf, 'leaf-malformed'> {
  const text = textOf(bytes);
  const read = publishedLeaf.safeParse(text === null ? null : jsonOf(text));
  if (text === null || !read.success || canonicalJson(read.data) !== text) return refused('leaf-malformed');
  const { log, index, salt, record } = read.data;
  return accepted({ log, index, leaf: { record, salt: fromHex(salt) ?? new Uint8Array() } });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
