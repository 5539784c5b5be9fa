import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { concat, fromBase64, toBase64, utf8 } from './bytes.ts';
import { formatCheckpoint, type Checkpoint } from './checkpoint.ts';
import { nodeMachine } from './node-machine.server.ts';
import { cosignedBytes, formatNote, type NoteSignature } from './note.ts';
import { cosignature, noteSignature, verifierKey, type VerifierKey } from './note-key.ts';
import { run } from './steps.ts';

/** A key that signs. The private half never leaves it. */
export type Signer = {
  key: VerifierKey;
  sign(bytes: Uint8Array): Uint8Array;
};

/** What comes before the 32 bytes of an Ed25519 private key in its DER form (RFC 8410). */
const privateKeyPrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * A new key as one line, to be kept secret: `PRIVATE+KEY+name+id+base64`, the form that other tools for signed notes read too.
 * @throws RangeError for a name that no key can have
 */
export function newPrivateKey(name: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(privateKeyPrefix.length);
  const { key } = signerOf(name, seed, noteSignature);
  return `PRIVATE+KEY+${name}+${key.id}+${toBase64(concat(Uint8Array.of(noteSignature), seed))}`;
}

/** @throws RangeError when the line is no private key; the message does not repeat it */
export function signerFrom(line: string): Signer {
  const [, name = '', id = '', data = ''] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(data);
  if (bytes?.length !== 33 || bytes[0] !== noteSignature) throw new RangeError('not a private key of the log');
  const signer = signerOf(name, bytes.subarray(1), noteSignature);
  if (signer.key.id !== id) throw new RangeError('a private key of the log with the id of another');
  return signer;
}

/** The key that follows from a seed. @param seed 32 secret bytes @throws RangeError for a name that no key can have */
export function signerOfSeed(name: string, seed: Uint8Array): Signer {
  return signerOf(name, seed, noteSignature);
}

/** A witness of one's own, for who mirrors the log; also how tests make one. @param seed 32 secret bytes */
export function witnessSigner(name: string, seed: Uint8Array): Signer {
  return signerOf(name, seed, cosignature);
}

function signerOf(name: string, seed: Uint8Array, type: VerifierKey['type']): Signer {
  const privateKey = createPrivateKey({
    key: Buffer.concat([privateKeyPrefix, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const key = run(verifierKey(name, publicBytes(privateKey), type), nodeMachine());
  return { key, sign: (bytes) => sign(null, bytes, privateKey) };
}

function publicBytes(privateKey: KeyObject): Uint8Array {
  return new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32));
}

/** @param signers at least one; each adds a line. @throws RangeError for a text that cannot be in a note */
export function signNote(text: string, signers: readonly Signer[]): Uint8Array {
  return formatNote({ text, signatures: signers.map((signer) => noteSignatureOf(signer, utf8(text))) });
}

export function signCheckpoint(checkpoint: Checkpoint, signers: readonly Signer[]): Uint8Array {
  return signNote(formatCheckpoint(checkpoint), signers);
}

/** What a witness adds to a checkpoint that it found consistent. @param seconds since 1970 */
export function cosign(text: string, witness: Signer, seconds: number): NoteSignature {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
  const { name, id } = witness.key;
  return { name, id, signature: concat(time, witness.sign(cosignedBytes(text, seconds))) };
}

function noteSignatureOf(signer: Signer, bytes: Uint8Array): NoteSignature {
  const { name, id } = signer.key;
  return { name, id, signature: signer.sign(bytes) };
}
