import { createHash, randomBytes } from 'node:crypto';
import { deriveKey, keyedDigest } from '#app/platform/secret.server.ts';
import { codeAlphabet, codeLength } from './code.ts';

/** A code by chance, for a right or for a ballot. */
export function newCode(): string {
  return Array.from(randomBytes(codeLength), (byte) => codeAlphabet[byte % codeAlphabet.length]).join('');
}

/** Salt of a vote: the same code means nothing in another vote. */
export function newSalt(): string {
  return randomBytes(18).toString('base64url');
}

const digest = (purpose: string, salt: string, text: string) =>
  createHash('sha256').update(`wijkbeurs/${purpose}/${salt}/${text}`).digest();

/** What the database keeps of a code that gives a right. */
export function rightHashOf(salt: string, code: string): string {
  return digest('right', salt, code).toString('hex');
}

/**
 * The key of the ballot that belongs to a ballot code. With a code from a letter that is the same code under another name: from
 * either of the two hashes nobody finds the other without the code.
 */
export function ballotKeyOf(salt: string, ballotCode: string): string {
  return digest('ballot', salt, ballotCode).toString('hex');
}

/** The check code on the receipt: says that a ballot is there, not what stands on it. Sixty bits, in groups of four. */
export function checkCodeOf(key: string): string {
  const bytes = digest('receipt', '', key);
  const signs = Array.from(bytes.subarray(0, 12), (byte) => codeAlphabet[byte % codeAlphabet.length]).join('');
  return signs.replaceAll(/(.{4})(?=.)/g, '$1-');
}

/** A number by chance that is always the same for the same words: for an order that is each voter's own. */
export function chanceOf(seed: string, text: string): string {
  return digest('order', seed, text).toString('hex');
}

/** How many voting cards the demo has for who tries it. */
export const demoCards = 200;

/** The code of a voting card of the demo, which anybody may use; it follows from the server's secret, so that a page can show it. */
export function demoCode(secret: string, number: number): string {
  const bytes = keyedDigest(deriveKey(secret, 'demo-voting-card'), String(number)).subarray(0, codeLength);
  return Array.from(bytes, (byte) => codeAlphabet[byte % codeAlphabet.length]).join('');
}
