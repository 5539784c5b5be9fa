import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { concat, fromBase64, fromHex, toBase64, toHex, utf8 } from './bytes.ts';
import { sha256, type Steps } from './steps.ts';

/** Signature types of C2SP signed-note: a log's own signature, and a witness who saw the log at a moment. */
export const noteSignature = 0x01;
export const cosignature = 0x04;

/** Who may have signed, as a verifier is told beforehand. */
export type VerifierKey = {
  name: string;
  /** Four bytes in hexadecimal. */
  id: string;
  type: typeof noteSignature | typeof cosignature;
  publicKey: Uint8Array;
};

export type KeyRefusal = 'key-malformed' | 'key-of-unknown-type' | 'key-id-differs';

/** Not empty, no white space, no plus: so that a line and a key divide in one way only. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\p{White_Space}\p{Cc}+]/u.test(name);
}

/**
 * @param publicKey 32 bytes
 * @throws RangeError for a name or key that cannot be
 */
export function* verifierKey(
  name: string,
  publicKey: Uint8Array,
  type: VerifierKey['type'] = noteSignature,
): Steps<VerifierKey> {
  if (!isKeyName(name) || publicKey.length !== 32) throw new RangeError(`no key: ${name}`);
  return { name, type, publicKey, id: yield* keyId(name, type, publicKey) };
}

/** The key as one word, `name+id+base64`, for who verifies. */
export function formatVerifierKey({ name, id, type, publicKey }: VerifierKey): string {
  return `${name}+${id}+${toBase64(concat(Uint8Array.of(type), publicKey))}`;
}

export function* parseVerifierKey(text: string): Steps<Outcome<VerifierKey, KeyRefusal>> {
  const [, name = '', id = '', data = ''] = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/su.exec(text) ?? [];
  const bytes = fromBase64(data);
  if (!isKeyName(name) || bytes === null || bytes.length === 0 || fromHex(id) === null) return refused('key-malformed');
  const [type] = bytes;
  if (type !== noteSignature && type !== cosignature) return refused('key-of-unknown-type');
  const publicKey = bytes.subarray(1);
  if (publicKey.length !== 32) return refused('key-malformed');
  if ((yield* keyId(name, type, publicKey)) !== id) return refused('key-id-differs');
  return accepted({ name, id, type, publicKey });
}

function* keyId(name: string, type: number, publicKey: Uint8Array): Steps<string> {
  const digest = yield* sha256(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey));
  return toHex(digest.subarray(0, 4));
}
