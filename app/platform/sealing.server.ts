import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A key that is kept outside the database, with the name by which rows remember what sealed them. */
export type SealingKey = { id: string; key: Buffer };

/** The first one seals; all of them open, so that keys can be rotated. */
export type SealingKeys = readonly [SealingKey, ...SealingKey[]];

/** What a row keeps: bytes that nobody reads without the key of that name. */
export type Sealed = { keyId: string; sealed: Uint8Array<ArrayBuffer> };

/** A sealed text cannot be opened: its key is not there, or it is not what was sealed for that place. */
export class SealBroken extends Error {}

const cipher = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/**
 * AES-256-GCM with a random nonce.
 * @param place where it will stand (table, row, person): it opens nowhere else, so that whoever can write in the database cannot
 *   put one row's text into another
 */
export function sealFor(keys: SealingKeys, place: string, text: string): Sealed {
  const [{ id, key }] = keys;
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce, { authTagLength: tagBytes });
  sealing.setAAD(Buffer.from(`${id}/${place}`, 'utf8'));
  const bytes = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return { keyId: id, sealed: new Uint8Array(Buffer.concat([nonce, sealing.getAuthTag(), bytes])) };
}

/**
 * @returns what was sealed for this place
 * @throws SealBroken when its key is not there, or anything was changed or moved since
 */
export function openSealed(keys: SealingKeys, place: string, { keyId, sealed }: Sealed): string {
  const found = keys.find(({ id }) => id === keyId);
  if (found === undefined) throw new SealBroken(`sealed with key ${keyId}, which is not among the keys`);
  if (sealed.length < nonceBytes + tagBytes) throw new SealBroken('too short to be sealed');
  const bytes = Buffer.from(sealed);
  const opening = createDecipheriv(cipher, found.key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  opening.setAAD(Buffer.from(`${keyId}/${place}`, 'utf8'));
  opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
  try {
    return Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]).toString('utf8');
  } catch {
    throw new SealBroken(`not what was sealed with key ${keyId} for this place`);
  }
}

/**
 * Reads keys as a setting has them: `2:<64 hex digits>,1:<64 hex digits>`.
 * @returns null when it is anything else, or names a key twice
 */
export function sealingKeysOf(text: string): SealingKeys | null {
  const keys: SealingKey[] = [];
  for (const part of text.split(',')) {
    const [, id, hex] = /^([a-z0-9]{1,20}):([0-9a-f]{64})$/i.exec(part.trim()) ?? [];
    if (id === undefined || hex === undefined) return null;
    keys.push({ id: id.toLowerCase(), key: Buffer.from(hex, 'hex') });
  }
  const [first, ...others] = keys;
  const isUnique = new Set(keys.map(({ id }) => id)).size === keys.length;
  return first === undefined || !isUnique ? null : [first, ...others];
}
