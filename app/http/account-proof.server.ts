import { isSignedIn, type Actor } from '#app/modules/people/actor.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { readAge } from './identity-cookies.server.ts';
import { readSession } from './session.server.ts';

/** What this browser brings for a vote by account, beside who is signed in. */
export type AccountProof = { secret: string; tellsAge: boolean; ageAtLeast: number | null };

export async function accountProof(request: Request, platform: Platform): Promise<AccountProof> {
  return {
    secret: platform.env.sessionSecret,
    tellsAge: (platform.identity?.ageClaim ?? null) !== null,
    ageAtLeast: await readAge(request, platform, await readSession(request, platform)),
  };
}

/** What a vote that asks who somebody is still asks of this visitor. */
export type IdentityAsked = {
  /** What people call the provider; null: there is none now. */
  name: string | null;
  isUp: boolean;
  /** Nothing any more: the ballot can be cast. */
  isShown: boolean;
  href: string;
};

/** Null where the vote takes every account, or none. */
export function identityAsked(
  { byIdentity, minimumAge, slug }: { byIdentity: boolean; minimumAge: number; slug: string },
  { tellsAge, ageAtLeast }: AccountProof,
  { actor, platform, url }: { actor: Actor; platform: Platform; url: URL },
): IdentityAsked | null {
  if (!byIdentity) return null;
  const { identity } = platform;
  const isOldEnough = !tellsAge || minimumAge === 0 || (ageAtLeast ?? 0) >= minimumAge;
  const query = new URLSearchParams({ naar: url.pathname, stemming: slug });
  return {
    name: identity?.name ?? null,
    isUp: identity?.isUp() ?? false,
    isShown: isSignedIn(actor) && actor.identityId !== undefined && isOldEnough,
    href: `/inloggen/identiteit?${query.toString()}`,
  };
}
