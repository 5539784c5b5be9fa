import { randomInt } from 'node:crypto';
import { deriveKey, keyedDigest, sha256 } from '#app/platform/secret.server.ts';

/**
 * The token in the personal link of a registration. It follows from the id and the server's secret, so that a mail can have it
 * and neither the database nor the queue does.
 */
export function tokenOf(secret: string, registrationId: string): string {
  return keyedDigest(deriveKey(secret, 'gathering-registration'), registrationId).toString('base64url');
}

/** What the database keeps of it. */
export function tokenHashOf(secret: string, registrationId: string): string {
  return sha256(tokenOf(secret, registrationId));
}

/** Letters and digits that nobody takes for another. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A code for the door that is not taken. It opens nothing: a helper types it to find somebody. @param taken of this gathering */
export function newDoorCode(taken: ReadonlySet<string>): string {
  for (;;) {
    const code = Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
    if (!taken.has(code)) return code;
  }
}
