import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { programmeOffice, type Role } from './role.ts';

export type Locale = 'nl' | 'en';

/** A role as it is held today. */
export type HeldRole = {
  role: Role;
  bodyId: string;
  bodySlug: string;
  bodyName: string;
  /** Which kind of body it is, where that was read; see the constraint `body_kind`. */
  bodyKind?: string;
  /** For whom the person sits in the body; null: as a resident. */
  organisationId: string | null;
};

export type ActorOrganisation = { id: string; slug: string; name: string };

/** Who does something: a signed-in person with what is valid today, or a visitor (`person` is null). */
export type Actor = {
  person: { id: string; email: string; name: string; locale: Locale } | null;
  sessionId: string | null;
  /** When this session began; left out where there is none. */
  signedInAt?: Instant;
  /** The identity with which this session began; left out: by mail. */
  identityId?: string;
  roles: readonly HeldRole[];
  /** Organisations for which the person may act. */
  organisations: readonly ActorOrganisation[];
  /** A second factor was shown recently, or none is needed because this is demo mode. */
  secondFactor: boolean;
  /** True where the product runs with invented people and sends no mail. */
  demo: boolean;
};

export type SignedIn = Actor & { person: NonNullable<Actor['person']> };

export function isSignedIn(actor: Actor): actor is SignedIn {
  return actor.person !== null;
}

/** Somebody who did not sign in. */
export function visitor(demo: boolean): Actor {
  return { person: null, sessionId: null, roles: [], organisations: [], secondFactor: false, demo };
}

/** Minutes that a second factor counts: a working day. */
const secondFactorMinutes = 12 * 60;

export function isRecentSecondFactor(shownAt: Instant | null, now: Instant): boolean {
  return shownAt !== null && shownAt <= now && now < addMinutes(shownAt, secondFactorMinutes);
}

/** Minutes after signing in during which somebody may change where their money goes. */
export const freshSignInMinutes = 15;

/** Until when the actor counts as just signed in, so that a browser left open is not enough; null: not any more. */
export function freshSignInUntil({ signedInAt }: Actor, now: Instant): Instant | null {
  if (signedInAt === undefined) return null;
  const until = addMinutes(signedInAt, freshSignInMinutes);
  return signedInAt <= now && now <= until ? until : null;
}

/** Memberships of the programme office cover every body. */
export function coversBody(held: HeldRole, bodyId: string): boolean {
  return held.bodyId === bodyId || held.bodySlug === programmeOffice;
}
