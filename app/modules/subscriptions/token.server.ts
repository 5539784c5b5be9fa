import { deriveKey, keyedDigest, sha256 } from '#app/platform/secret.server.ts';

/**
 * The token in the links of a subscriber's mails. It follows from the id and the server's secret, so that a mail can have it and
 * neither the database nor the queue does. Who holds it can change and end what is followed, and see nothing else.
 */
export function tokenOf(secret: string, subscriberId: string): string {
  return keyedDigest(deriveKey(secret, 'subscriber'), subscriberId).toString('base64url');
}

/** What the database keeps of it. */
export function tokenHashOf(secret: string, subscriberId: string): string {
  return sha256(tokenOf(secret, subscriberId));
}

export function hashOfToken(token: string): string {
  return sha256(token);
}
