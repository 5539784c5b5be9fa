import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { fromBase64, sameBytes, toBase64 } from './bytes.ts';
import { openNote, type CheckedSignature, type NoteRefusal } from './note.ts';
import { cosignature, type VerifierKey } from './note-key.ts';
import type { KeyRing } from './key-ring.ts';
import type { Steps } from './steps.ts';
import { emptyRoot, hashLength, type Hash } from './tree.ts';

/** What the log says of itself: so many leaves, this root (C2SP tlog-checkpoint). */
export type Checkpoint = { origin: string; size: number; root: Hash };

export type OpenedCheckpoint = Checkpoint & {
  /** Keys of the log that signed it and counted at its size. */
  signedBy: readonly VerifierKey[];
  /** Witnesses that were asked for, and when each saw it (seconds since 1970). */
  witnesses: readonly { name: string; at: number }[];
};

export type CheckpointRefusal =
  NoteRefusal | 'checkpoint-malformed' | 'checkpoint-of-another-log' | 'checkpoint-key-not-counting';

/** @throws RangeError for what is no checkpoint */
export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${toBase64(root)}\n`;
  if (parseCheckpoint(text) === null) throw new RangeError('no checkpoint');
  return text;
}

/**
 * Lines after the third are extensions: they may be there, must not be empty and say nothing to us.
 * @returns null for whatever is not exactly a checkpoint
 */
export function parseCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith('\n')) return null;
  const [origin = '', count = '', hash = '', ...extensions] = text.slice(0, -1).split('\n');
  if (origin === '' || !/^(?:0|[1-9]\d{0,15})$/.test(count) || extensions.includes('')) return null;
  const size = Number(count);
  const root = fromBase64(hash);
  if (!Number.isSafeInteger(size) || root?.length !== hashLength) return null;
  if (size === 0 && !sameBytes(root, emptyRoot)) return null;
  return { origin, size, root };
}

/**
 * Reads a checkpoint of which a key that counted at its size signed the text.
 * @param witnesses keys of who watches the log; their signatures are checked where they stand in the note
 */
export function* openCheckpoint(
  bytes: Uint8Array,
  log: { origin: string; keys: KeyRing },
  witnesses: readonly VerifierKey[] = [],
): Steps<Outcome<OpenedCheckpoint, CheckpointRefusal>> {
  const own = log.keys.map(({ key }) => key);
  const note = yield* openNote(bytes, [...own, ...witnesses]);
  if (!note.ok) return note;
  const checkpoint = parseCheckpoint(note.value.text);
  if (checkpoint === null) return refused('checkpoint-malformed');
  if (checkpoint.origin !== log.origin) return refused('checkpoint-of-another-log', { origin: checkpoint.origin });
  const signedBy = log.keys
    .filter(({ key }) => note.value.signed.some((signature) => signature.key === key))
    .filter(({ from, through }) => checkpoint.size >= from && (through === null || checkpoint.size <= through))
    .map(({ key }) => key);
  if (signedBy.length === 0) {
    const signedByLog = note.value.signed.some(({ key }) => own.includes(key));
    return refused(signedByLog ? 'checkpoint-key-not-counting' : 'note-signed-by-nobody-known');
  }
  return accepted({ ...checkpoint, signedBy, witnesses: note.value.signed.flatMap(witnessOf) });
}

function witnessOf({ key, at }: CheckedSignature): { name: string; at: number }[] {
  return key.type === cosignature && at !== null ? [{ name: key.name, at }] : [];
}
