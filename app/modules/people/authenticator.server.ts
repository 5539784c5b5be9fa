import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Instant } from '#app/kernel/instant.ts';
import { deriveKey, keyedDigest, seal, unseal } from '#app/platform/secret.server.ts';
import { normalCode } from './sign-in-code.ts';

const issuer = 'Wijkbeurs';
const periodSeconds = 30;

/** A new secret for an authenticator app, encrypted for the database. */
export function newSealedSecret(serverSecret: string): string {
  return seal(deriveKey(serverSecret, 'authenticator'), new Secret({ size: 20 }).base32);
}

export type AuthenticatorSetup = {
  /** What the QR code holds: `otpauth://totp/…`. */
  uri: string;
  /** The same secret for who types it, in groups of four. */
  secret: string;
};

/** What the app needs to know. @throws Error when the server's secret is not the one that sealed it */
export function setupOf(serverSecret: string, sealed: string, email: string): AuthenticatorSetup {
  const totp = open(serverSecret, sealed, email);
  return { uri: totp.toString(), secret: totp.secret.base32.replaceAll(/(.{4})(?=.)/g, '$1 ') };
}

/**
 * The time step that a typed code belongs to, with one step of 30 seconds to either side for clocks that differ.
 * @returns null when the code is wrong
 */
export function stepOfCode(serverSecret: string, sealed: string, typed: string, now: Instant): number | null {
  const token = normalCode(typed);
  if (!/^\d{6}$/.test(token)) return null;
  const delta = open(serverSecret, sealed, '').validate({ token, timestamp: now.getTime(), window: 1 });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / periodSeconds) + delta;
}

function open(serverSecret: string, sealed: string, label: string): TOTP {
  const base32 = unseal(deriveKey(serverSecret, 'authenticator'), sealed);
  if (base32 === null)
    throw new Error('the secret of an authenticator app cannot be read: was SESSION_SECRET changed?');
  return new TOTP({
    issuer,
    label,
    algorithm: 'SHA1',
    digits: 6,
    period: periodSeconds,
    secret: Secret.fromBase32(base32),
  });
}

const backupCodeCount = 10;

/** Without letters and digits that look alike. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Ten codes of 10 characters (49 bits), for on paper: `k7m2p-x9qrt`. */
export function newBackupCodes(): string[] {
  return Array.from({ length: backupCodeCount }, () => {
    const text = Array.from(randomBytes(10), (byte) => alphabet[byte % alphabet.length]).join('');
    return `${text.slice(0, 5)}-${text.slice(5)}`;
  });
}

export function backupCodeHash(serverSecret: string, personId: string, typed: string): string {
  return keyedDigest(deriveKey(serverSecret, 'backup-code'), `${personId} ${normalCode(typed)}`).toString('base64url');
}
