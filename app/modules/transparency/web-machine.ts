import type { SlowMachine } from './steps.ts';

/**
 * The machine of a browser: WebCrypto and fetch. Node has both too.
 * @param readFile fetches a file of the log by its path
 */
export function webMachine(readFile: SlowMachine['readFile'] = () => null): SlowMachine {
  return {
    async sha256(bytes) {
      return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
    },
    async verifiesEd25519(publicKey, message, signature) {
      if (publicKey.length !== 32 || signature.length !== 64) return false;
      const key = await importKey(publicKey);
      if (key === null) return false;
      return crypto.subtle.verify('Ed25519', key, new Uint8Array(signature), new Uint8Array(message));
    },
    readFile,
  };
}

/** Whether this browser can check signatures of the log at all: older ones have no Ed25519. */
export async function checksSignatures(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', basePoint, 'Ed25519', false, ['verify']);
    return true;
  } catch {
    return false;
  }
}

/** A point that every implementation takes as a key. */
const basePoint = Uint8Array.from({ length: 32 }, (_, at) => (at === 0 ? 0x58 : 0x66));

async function importKey(publicKey: Uint8Array): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('raw', new Uint8Array(publicKey), 'Ed25519', false, ['verify']);
  } catch (error) {
    // a browser without Ed25519 is not a bad signature
    if (error instanceof DOMException && error.name === 'NotSupportedError') throw error;
    return null;
  }
}
