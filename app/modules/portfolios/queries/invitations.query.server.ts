import type { Instant } from '#app/kernel/instant.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import { normalEmail } from '#app/modules/people/person.ts';
import type { Database } from '#app/platform/database.server.ts';
import { answerableUntil, expiredUntil } from '../keeper-invitation.ts';

/** Somebody is asked to keep a group. Who asked is not said: keepers see each other's names only when all of them said yes. */
export type ReceivedInvitation = { id: string; name: string; about: string; slug: string | null; until: Instant };

/** Invitations that wait for the actor, by the address with which they signed in. */
export async function receivedInvitations(
  database: Database,
  actor: SignedIn,
  now: Instant,
): Promise<ReceivedInvitation[]> {
  const rows = await database.keeperInvitation.findMany({
    where: {
      email: normalEmail(actor.person.email),
      answer: null,
      invitedAt: { gt: expiredUntil(now) },
      portfolio: { keepers: { none: { personId: actor.person.id, endedAt: null } } },
    },
    orderBy: { invitedAt: 'asc' },
    select: {
      id: true,
      invitedAt: true,
      portfolio: { select: { name: true, about: true, slug: true, state: true } },
    },
  });
  return rows.map(({ id, invitedAt, portfolio: { name, about, slug, state } }) => ({
    id,
    name,
    about,
    slug: state === 'open' ? slug : null,
    until: answerableUntil(invitedAt),
  }));
}

/** @returns null when nobody waits for an answer any more, or the address is of somebody who keeps it already or wants no mail */
export async function invitationToMail(
  database: Database,
  id: string,
  now: Instant,
): Promise<{ email: string; name: string; locale: string; portfolioName: string } | null> {
  const invitation = await database.keeperInvitation.findFirst({
    where: { id, answer: null, invitedAt: { gt: expiredUntil(now) }, portfolio: { state: { not: 'hidden' } } },
    select: { email: true, portfolioId: true, portfolio: { select: { name: true } } },
  });
  if (invitation === null) return null;
  const { email, portfolioId, portfolio } = invitation;
  const person = await database.person.findFirst({
    where: { email, deletedAt: null },
    select: {
      name: true,
      locale: true,
      mailOnSteps: true,
      portfoliosKept: { where: { portfolioId, endedAt: null }, select: { id: true } },
    },
  });
  if (person !== null && (!person.mailOnSteps || person.portfoliosKept.length > 0)) return null;
  return { email, name: person?.name ?? '', locale: person?.locale ?? 'nl', portfolioName: portfolio.name };
}
