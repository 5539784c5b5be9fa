import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** A key for one purpose, derived from the server's secret: what leaks of one purpose says nothing about another. */
export type Key = KeyObject | Buffer;

/** By secret and purpose: there are a handful, and a page of somebody who votes needs one several times. */
const derived = new LRUCache<string, KeyObject>({ max: 50 });

/** @param secret SESSION_SECRET */
export function deriveKey(secret: string, purpose: string): Key {
  const name = `${purpose} ${secret}`;
  const before = derived.get(name);
  if (before !== undefined) return before;
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `wijkbeurs/${purpose}`, 32)));
  derived.set(name, key);
  return key;
}

/** HMAC-SHA256: the same text gives the same bytes, and nobody without the key can make or guess them. */
export function keyedDigest(key: Key, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** Text that nobody can guess, fit for a cookie or address: 32 random bytes. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** For random tokens only: text that people choose or can guess needs `keyedDigest`. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Compares in the same time wherever the difference is. */
export function isSameText(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** Encrypts text so that only the holder of the key reads it and nobody changes it unseen. */
export function seal(key: Key, text: string): string {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, key, iv);
  const sealed = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64url');
}

/** @returns the text, or null when it was sealed with another key or changed since */
export function unseal(key: Key, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < ivBytes + tagBytes) return null;
  const opening = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes));
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString('utf8');
  } catch {
    return null;
  }
}
