import { dayInAmsterdam, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Actor } from '../actor.ts';
import { administers } from '../policy.ts';
import { isRole, type Role } from '../role.ts';
import { validOn } from '../role.store.server.ts';

/** A role as the administrator sees it; who only reads along sees no mail addresses. */
export type RoleView = {
  id: string;
  role: Role;
  name: string;
  /** Null for who reads along, and where the account is gone. */
  email: string | null;
  /** The account was deleted; the role stays in the record. */
  isGone: boolean;
  organisation: string | null;
  beginsOn: CalendarDate;
  endsOn: CalendarDate | null;
  /** Who gave it; null for the first roles, and who deleted the account; empty without a name to show. */
  grantedBy: string | null;
  isComing: boolean;
};

export type BodyRolesView = { id: string; slug: string; name: string; roles: RoleView[]; past: RoleView[] };

/** The roles of every body: what is held or begins later, and what is over (the latest first). */
export async function rolesByBody(database: Database, actor: Actor, now: Instant): Promise<BodyRolesView[]> {
  const withAddresses = seesAddresses(actor);
  const today = dayInAmsterdam(now);
  const bodies = await database.body.findMany({
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: {
      id: true,
      slug: true,
      name: true,
      memberships: {
        orderBy: [{ beginsOn: 'asc' }, { id: 'asc' }],
        select: {
          id: true,
          role: true,
          beginsOn: true,
          endsOn: true,
          person: { select: { name: true, email: true, deletedAt: true } },
          organisation: { select: { name: true } },
          grantedBy: { select: { name: true, email: true, deletedAt: true } },
        },
      },
    },
  });
  return bodies.map(({ memberships, ...body }) => {
    const views = memberships.flatMap(({ role, person, organisation, grantedBy, ...row }): RoleView[] => {
      const beginsOn = fromDateColumn(row.beginsOn);
      const endsOn = row.endsOn === null ? null : fromDateColumn(row.endsOn);
      if (!isRole(role)) return [];
      const isGone = person.deletedAt !== null;
      const giver = grantedBy === null || grantedBy.deletedAt !== null ? null : grantedBy;
      return [
        {
          id: row.id,
          role,
          name: isGone ? '' : person.name,
          email: isGone || !withAddresses ? null : person.email,
          isGone,
          organisation: organisation?.name ?? null,
          beginsOn,
          endsOn,
          grantedBy: giver === null ? null : giver.name || (withAddresses ? giver.email : ''),
          isComing: beginsOn > today,
        },
      ];
    });
    const isOver = ({ endsOn }: RoleView) => endsOn !== null && endsOn < today;
    return { ...body, roles: views.filter((view) => !isOver(view)), past: views.filter(isOver).reverse() };
  });
}

/** An address is needed to act; to check who holds power a name is enough. */
function seesAddresses(actor: Actor): boolean {
  return administers(actor).ok;
}

/** What can be chosen when a role is given. */
export type RoleChoices = { bodies: { id: string; name: string }[]; organisations: { id: string; name: string }[] };

export async function roleChoices(database: Database): Promise<RoleChoices> {
  const [bodies, organisations] = await Promise.all([
    database.body.findMany({ orderBy: [{ position: 'asc' }, { name: 'asc' }], select: { id: true, name: true } }),
    database.organisation.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
  ]);
  return { bodies, organisations };
}

/** Who may act for an organisation today. */
export type OrganisationPeopleView = {
  id: string;
  name: string;
  people: { membershipId: string; name: string; email: string | null; beginsOn: CalendarDate }[];
};

export async function peopleByOrganisation(
  database: Database,
  actor: Actor,
  now: Instant,
): Promise<OrganisationPeopleView[]> {
  const withAddresses = seesAddresses(actor);
  const organisations = await database.organisation.findMany({
    where: { members: { some: validOn(dayInAmsterdam(now)) } },
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      members: {
        where: { person: { deletedAt: null }, ...validOn(dayInAmsterdam(now)) },
        orderBy: { beginsOn: 'asc' },
        select: { id: true, beginsOn: true, person: { select: { name: true, email: true } } },
      },
    },
  });
  return organisations.map(({ id, name, members }) => ({
    id,
    name,
    people: members.map(({ id: membershipId, beginsOn, person }) => ({
      membershipId,
      name: person.name,
      email: withAddresses ? person.email : null,
      beginsOn: fromDateColumn(beginsOn),
    })),
  }));
}

/** Finds a person by exact address, for an administrator who must help somebody that lost their second factor. */
export async function personByEmail(
  database: Database,
  email: string,
): Promise<{ id: string; name: string; email: string; hasSecondFactor: boolean } | null> {
  const person = await database.person.findFirst({
    where: { email, deletedAt: null },
    select: {
      id: true,
      name: true,
      email: true,
      authenticator: { select: { confirmedAt: true } },
      _count: { select: { passkeys: true } },
    },
  });
  if (person === null) return null;
  const { id, name, authenticator, _count } = person;
  return { id, name, email: person.email, hasSecondFactor: _count.passkeys > 0 || Boolean(authenticator?.confirmedAt) };
}
