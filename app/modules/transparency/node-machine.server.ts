import { createPublicKey, hash, verify } from 'node:crypto';
import type { Machine } from './steps.ts';

/** What comes before the 32 bytes of an Ed25519 key in its DER form (RFC 8410). */
const publicKeyPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** @param readFile where files of a log are read from; left out where none is needed */
export function nodeMachine(readFile: Machine['readFile'] = () => null): Machine {
  return { sha256: sha256Now, verifiesEd25519, readFile };
}

export function sha256Now(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}

function verifiesEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    const key = createPublicKey({ key: Buffer.concat([publicKeyPrefix, publicKey]), format: 'der', type: 'spki' });
    return verify(null, message, key, signature);
  } catch {
    // 32 bytes that are no point on the curve
    return false;
  }
}
