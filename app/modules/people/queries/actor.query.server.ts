import { localeFrom } from '#app/i18n/locale.ts';
import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { sha256 } from '#app/platform/secret.server.ts';
import { isRecentSecondFactor, visitor, type Actor, type SignedIn } from '../actor.ts';
import { isRole } from '../role.ts';

/**
 * Who holds the session of a cookie, with the roles and organisations of today in Amsterdam.
 * @param token what the cookie holds; null, unknown or expired gives a visitor
 * @param demo true in demo mode, where no second factor is asked
 */
export async function actorOfToken(
  database: Database,
  token: string | null,
  { now, demo }: { now: Instant; demo: boolean },
): Promise<Actor> {
  if (token === null) return visitor(demo);
  const session = await database.session.findFirst({
    where: { tokenHash: sha256(token), expiresAt: { gt: now }, person: { deletedAt: null } },
    select: { id: true, personId: true, secondFactorAt: true, createdAt: true, identityId: true },
  });
  if (session === null) return visitor(demo);
  const secondFactor = demo || isRecentSecondFactor(session.secondFactorAt, now);
  const actor = await actorOfPerson(database, session.personId, { now, demo, sessionId: session.id, secondFactor });
  const byIdentity = session.identityId === null ? {} : { identityId: session.identityId };
  return { ...actor, signedInAt: session.createdAt, ...byIdentity };
}

/** A person as actor, without a cookie: what the session adds is passed in. Demo data and tests act this way. */
export async function actorOfPerson(
  database: Database,
  personId: string,
  {
    now,
    demo,
    sessionId = null,
    secondFactor = demo,
  }: { now: Instant; demo: boolean; sessionId?: string | null; secondFactor?: boolean },
): Promise<SignedIn> {
  const today = toDateColumn(dayInAmsterdam(now));
  const validToday = { beginsOn: { lte: today }, OR: [{ endsOn: null }, { endsOn: { gte: today } }] };
  const person = await database.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      id: true,
      email: true,
      name: true,
      locale: true,
      memberships: {
        where: validToday,
        orderBy: [{ body: { position: 'asc' } }, { role: 'asc' }],
        select: {
          role: true,
          organisationId: true,
          body: { select: { id: true, slug: true, name: true, kind: true } },
        },
      },
      organisations: {
        where: validToday,
        distinct: ['organisationId'],
        orderBy: { organisation: { name: 'asc' } },
        select: { organisation: { select: { id: true, slug: true, name: true } } },
      },
    },
  });
  return {
    person: { id: person.id, email: person.email, name: person.name, locale: localeFrom(person.locale) },
    sessionId,
    roles: person.memberships.flatMap(({ role, organisationId, body }) =>
      isRole(role)
        ? [{ role, organisationId, bodyId: body.id, bodySlug: body.slug, bodyName: body.name, bodyKind: body.kind }]
        : [],
    ),
    organisations: person.organisations.map(({ organisation }) => organisation),
    secondFactor,
    demo,
  };
}
