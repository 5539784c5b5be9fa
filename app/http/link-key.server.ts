import type { SignedIn } from '#app/modules/people/actor.ts';
import { deriveKey, isSameText, keyedDigest } from '#app/platform/secret.server.ts';

/**
 * Stands in the link on one's own page with which linking an identity begins, so that no other site can begin it for somebody: it follows
 * from the session, and nobody else knows it.
 */
export function linkKeyOf(secret: string, { sessionId }: SignedIn): string {
  return keyedDigest(deriveKey(secret, 'link-identity'), sessionId ?? '').toString('base64url');
}

export function isLinkKey(secret: string, actor: SignedIn, given: string | null): boolean {
  return actor.sessionId !== null && given !== null && isSameText(given, linkKeyOf(secret, actor));
}
