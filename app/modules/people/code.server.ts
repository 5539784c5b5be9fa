import { deriveKey, keyedDigest } from '#app/platform/secret.server.ts';

/**
 * The code that belongs to a request to sign in. It follows from the id of the request, the address and the server's
 * secret, so that neither the database nor the job queue ever holds it.
 * @returns 6 digits
 */
export function codeOf(secret: string, request: { id: string; email: string }): string {
  const digest = keyedDigest(deriveKey(secret, 'sign-in-code'), `${request.id} ${request.email}`);
  // 48 bits over a million: the first codes are likelier by one in 10^8
  return String(digest.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** What stands in the database instead of a network address. */
export function requesterHash(secret: string, address: string): string {
  return keyedDigest(deriveKey(secret, 'requester'), address).toString('base64url');
}
