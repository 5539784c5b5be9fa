import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { formatVerifierKey, noteSignature, parseVerifierKey, type KeyRefusal, type VerifierKey } from './note-key.ts';
import type { Steps } from './steps.ts';

/**
 * The keys with which a log has signed, each with the sizes of the tree at which it counts. Keys follow each other without a
 * gap; two that overlap both sign.
 */
export type KeyRing = readonly RingKey[];
/** `through` is null while the key goes on. */
export type RingKey = { key: VerifierKey; from: number; through: number | null };

export type RingRefusal = KeyRefusal | 'keys-malformed' | 'keys-double' | 'keys-with-gap' | 'keys-all-ended';

/** The keys that sign a checkpoint of this size. */
export function signersAt(ring: KeyRing, size: number): VerifierKey[] {
  return ring
    .filter(({ from, through }) => size >= from && (through === null || size <= through))
    .map(({ key }) => key);
}

/**
 * Reads the list of keys that the log publishes and a verifier keeps: a line for each key, `key from` or `key from through`
 * in sizes of the tree. Empty lines and lines after a # say nothing.
 */
export function* parseKeyRing(text: string): Steps<Outcome<KeyRing, RingRefusal>> {
  const ring: RingKey[] = [];
  const lines = text.split('\n').map((line) => line.replace(/\r$/, ''));
  for (const [at, line] of lines.entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const found = /^(\S+) (0|[1-9]\d{0,14})(?: (0|[1-9]\d{0,14}))?$/.exec(line);
    if (found === null) return refused('keys-malformed', { line: at + 1 });
    const key = yield* parseVerifierKey(found[1] ?? '');
    if (!key.ok) return refused(key.reason, { line: at + 1 });
    if (key.value.type !== noteSignature) return refused('key-of-unknown-type', { line: at + 1 });
    ring.push({
      key: key.value,
      from: Number(found[2]),
      through: found[3] === undefined ? null : Number(found[3]),
    });
  }
  const refusal = mistakeIn(ring);
  return refusal === null ? accepted(ring) : refused(refusal);
}

export function formatKeyRing(ring: KeyRing): string {
  return ring
    .map(({ key, from, through }) => `${formatVerifierKey(key)} ${from}${through === null ? '' : ` ${through}`}\n`)
    .join('');
}

/** The ring with a next key from this size on; the others end there, so that both sign the checkpoint of that size. */
export function rotate(ring: KeyRing, next: VerifierKey, size: number): Outcome<KeyRing, RingRefusal> {
  const turned = [
    ...ring.map((one) => ({ ...one, through: one.through ?? size })),
    { key: next, from: ring.length === 0 ? 0 : size, through: null },
  ];
  const refusal = mistakeIn(turned);
  return refusal === null ? accepted(turned) : refused(refusal);
}

function mistakeIn(ring: KeyRing): Exclude<RingRefusal, KeyRefusal> | null {
  if (ring.length === 0 || ring.some(({ from, through }) => through !== null && through < from))
    return 'keys-malformed';
  const names = ring.map(({ key }) => `${key.name}+${key.id}`);
  if (new Set(names).size < names.length) return 'keys-double';
  let covered = 0;
  for (const { from, through } of [...ring].sort((one, other) => one.from - other.from)) {
    if (from > covered) return 'keys-with-gap';
    covered = Math.max(covered, (through ?? Number.MAX_SAFE_INTEGER) + 1);
  }
  return covered > Number.MAX_SAFE_INTEGER ? null : 'keys-all-ended';
}
