import { z } from 'zod';
import { sha256 } from '#app/platform/secret.server.ts';
import { sealedCookie, type CookieSettings } from './sealed-cookie.server.ts';

/**
 * What a browser holds while somebody signs in by the identity provider. Sealed, so that nobody reads or makes one, and each works for some
 * minutes only; the time also stands in what is sealed.
 */

/** Minutes to sign in at the provider, and to say then whether one has an account already. */
const identityMinutes = 15;

/** Somebody was sent to the provider. */
export const awayCookie = sealedCookie(
  'inlog-elders',
  identityMinutes,
  z.object({
    ticket: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
    path: z.string(),
    /** The age that the vote asks, when the way in was a vote. */
    minimumAge: z.number().nullable(),
    /** Which session the identity is linked to; null: somebody signs in. */
    linksSession: z.string().nullable(),
  }),
);

/** Somebody showed an identity that no account belongs to yet. */
export const newcomerCookie = sealedCookie(
  'inlog-nieuw',
  identityMinutes,
  z.object({
    identity: z.object({ issuer: z.string(), subjectHash: z.string() }),
    path: z.string(),
    ageAtLeast: z.number().nullable(),
  }),
);

/** Minutes in which somebody votes after showing an age. */
const ageMinutes = 60;

const ageCookie = sealedCookie('leeftijd', ageMinutes, z.object({ session: z.string(), atLeast: z.number() }));

/**
 * That the provider said that who holds this session is so old: on the device only, and worth nothing with another session.
 * @returns header that makes the browser keep it
 */
export async function writeAge(platform: CookieSettings, token: string, atLeast: number): Promise<string> {
  return ageCookie.write(platform, { session: sha256(token), atLeast });
}

/** The age that the holder of this session showed to have at least; null: none. */
export async function readAge(
  request: Request,
  platform: CookieSettings,
  token: string | null,
): Promise<number | null> {
  const age = await ageCookie.read(request, platform);
  return age !== null && token !== null && age.session === sha256(token) ? age.atLeast : null;
}
