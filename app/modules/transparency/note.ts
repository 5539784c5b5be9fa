import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { concat, fromBase64, sameBytes, textOf, toBase64, toHex, utf8 } from './bytes.ts';
import { cosignature, isKeyName, type VerifierKey } from './note-key.ts';
import { verifiesEd25519, type Steps } from './steps.ts';

/** C2SP signed-note: a text with signatures under it. */
export type NoteSignature = { name: string; id: string; signature: Uint8Array };
export type Note = { text: string; signatures: readonly NoteSignature[] };

/** A signature that was checked; `at` is when a witness saw it, in seconds since 1970. */
export type CheckedSignature = { key: VerifierKey; at: number | null };

export type NoteRefusal = 'note-malformed' | 'note-signature-wrong' | 'note-signed-by-nobody-known';

/** Far more than a log and its witnesses need; the specification asks for room for 16 signatures of 5 kB. */
const longestNote = 256 * 1024;
const mostSignatures = 100;

const dash = '— ';

/** @returns a refusal for whatever is not exactly a note */
export function parseNote(bytes: Uint8Array): Outcome<Note, 'note-malformed'> {
  const malformed = refused('note-malformed');
  if (bytes.length > longestNote) return malformed;
  const whole = textOf(bytes);
  if (whole === null || /[^\P{Cc}\n\u007f-\u009f]/u.test(whole)) return malformed;
  const border = whole.lastIndexOf('\n\n');
  if (border < 0 || !whole.endsWith('\n')) return malformed;
  const lines = whole.slice(border + 2, -1).split('\n');
  if (lines.length > mostSignatures) return malformed;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const signature = parseSignature(line);
    if (signature === null) return malformed;
    signatures.push(signature);
  }
  return accepted({ text: whole.slice(0, border + 1), signatures });
}

function parseSignature(line: string): NoteSignature | null {
  if (!line.startsWith(dash)) return null;
  const [name = '', data = '', ...more] = line.slice(dash.length).split(' ');
  const bytes = fromBase64(data);
  if (!isKeyName(name) || more.length > 0 || bytes === null || bytes.length < 5) return null;
  return { name, id: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

/** @throws RangeError when the text or a name cannot be in a note */
export function formatNote({ text, signatures }: Note): Uint8Array {
  const lines = signatures.map(({ name, id, signature }) => {
    const head = Uint8Array.from(id.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
    return `${dash}${name} ${toBase64(concat(head, signature))}\n`;
  });
  const bytes = utf8(`${text}\n${lines.join('')}`);
  const read = parseNote(bytes);
  if (!read.ok || read.value.text !== text || read.value.signatures.length !== signatures.length)
    throw new RangeError('no note');
  return bytes;
}

/**
 * Reads a note of which a known key signed the text. Signatures of unknown keys are passed over, as the specification asks:
 * so keys can change, and witnesses can sign along.
 * @returns the text and whose signatures are right; a refusal when one of a known key is wrong, or there is none
 */
export function* openNote(
  bytes: Uint8Array,
  keys: readonly VerifierKey[],
): Steps<Outcome<{ text: string; signed: readonly CheckedSignature[] }, NoteRefusal>> {
  const note = parseNote(bytes);
  if (!note.ok) return note;
  const { text, signatures } = note.value;
  const signed: CheckedSignature[] = [];
  for (const { name, id, signature } of signatures) {
    const key = keys.find((known) => known.name === name && known.id === id);
    if (key === undefined) continue;
    const checked = yield* checkSignature(key, text, signature);
    if (checked === null) return refused('note-signature-wrong', { name, id });
    if (!signed.some((one) => sameBytes(one.key.publicKey, key.publicKey) && one.key.name === name))
      signed.push(checked);
  }
  return signed.length > 0 ? accepted({ text, signed }) : refused('note-signed-by-nobody-known');
}

function* checkSignature(key: VerifierKey, text: string, signature: Uint8Array): Steps<CheckedSignature | null> {
  if (key.type !== cosignature)
    return (yield* verifiesEd25519(key.publicKey, utf8(text), signature)) ? { key, at: null } : null;
  if (signature.length !== 72) return null;
  const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const right = yield* verifiesEd25519(key.publicKey, cosignedBytes(text, Number(seconds)), signature.subarray(8));
  return right ? { key, at: Number(seconds) } : null;
}

/** What a witness signs (C2SP tlog-cosignature). @param seconds since 1970 */
export function cosignedBytes(text: string, seconds: number): Uint8Array {
  return utf8(`cosignature/v1\ntime ${seconds}\n${text}`);
}
