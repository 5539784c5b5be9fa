import { createHash, randomBytes } from 'node:crypto';
import { deriveKey, keyedDigest } from '#app/platform/secret.server.ts';
import { codeAlphabet, codeLength } from './code.ts';
import { contentText, paperLetterCount, type PaperContent } from './paper.ts';

/** A code by chance, for a right or for a ballot. */
export function newCode(): string {
  return codeFrom(randomBytes(codeLength));
}

function codeFrom(bytes: Buffer): string {
  return Array.from(bytes.subarray(0, codeLength), (byte) => codeAlphabet[byte % codeAlphabet.length]).join('');
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

/**
 * The ballot code of who votes with an account: the same for that person on that device, so that whoever gets no answer casts the same ballot
 * again; another for who signs in there next, who so never has the ballot of somebody else.
 * @param secret SESSION_SECRET
 * @param seed by chance, on the device only: without it nobody finds the ballot of an account
 */
export function ballotCodeOfAccount(secret: string, seed: string, personId: string): string {
  return codeFrom(keyedDigest(deriveKey(secret, 'ballot-code-of-account'), `${seed} ${personId}`));
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
  return codeFrom(keyedDigest(deriveKey(secret, 'demo-voting-card'), String(number)));
}

/** The letters behind the number of a paper ballot: by them a number that was read wrongly is no paper. */
export function paperLettersOf(salt: string, number: number): string {
  const bytes = digest('paper', salt, String(number)).subarray(0, paperLetterCount);
  // letters only, so that they are told from the number
  return Array.from(bytes, (byte) => codeAlphabet[byte % 24]).join('');
}

/**
 * What is kept of what a volunteer entered, until somebody else enters the same: nobody without the server's secret finds out what it was.
 * @param rightId the paper: the same choices on another paper are another digest
 */
export function entryDigestOf(secret: string, rightId: string, content: PaperContent): string {
  return keyedDigest(deriveKey(secret, 'paper-ballot-entry'), `${rightId} ${contentText(content)}`).toString('hex');
}
