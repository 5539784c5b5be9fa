import { dayInAmsterdam, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Actor, SignedIn } from '../actor.ts';
import { administers } from '../policy.ts';
import { validOn } from '../role.store.server.ts';

/** The organisations that somebody acts for, what they asked, and what they are asked as a member. */
export type MyOrganisationsView = {
  memberships: { id: string; organisation: string; beginsOn: CalendarDate; colleagues: string[] }[];
  requests: { id: string; organisation: string; requestedAt: Instant }[];
  /** Requests of others that the person may answer as a member. */
  toAnswer: OrganisationRequestView[];
  /** Organisations that can be asked for. */
  choices: { id: string; name: string }[];
};

export type OrganisationRequestView = {
  id: string;
  organisation: string;
  name: string;
  /** Address and note are for who answers: null and empty for who reads along. */
  email: string | null;
  note: string;
  requestedAt: Instant;
};

const requestColumns = {
  id: true,
  note: true,
  requestedAt: true,
  organisation: { select: { name: true } },
  person: { select: { name: true, email: true } },
} as const;

type RequestRow = {
  id: string;
  note: string;
  requestedAt: Date;
  organisation: { name: string };
  person: { name: string; email: string };
};

function requestView({ id, note, requestedAt, organisation, person }: RequestRow): OrganisationRequestView {
  return { id, note, requestedAt, organisation: organisation.name, name: person.name, email: person.email };
}

export async function myOrganisations(database: Database, actor: SignedIn, now: Instant): Promise<MyOrganisationsView> {
  const personId = actor.person.id;
  const valid = validOn(dayInAmsterdam(now));
  const mine = actor.organisations.map(({ id }) => id);
  const [memberships, requests, toAnswer, choices] = await Promise.all([
    database.organisationMember.findMany({
      where: { personId, ...valid },
      orderBy: { organisation: { name: 'asc' } },
      select: {
        id: true,
        beginsOn: true,
        organisation: {
          select: {
            name: true,
            members: {
              where: { personId: { not: personId }, person: { deletedAt: null }, ...valid },
              select: { person: { select: { name: true, email: true } } },
            },
          },
        },
      },
    }),
    database.organisationRequest.findMany({
      where: { personId, state: 'waiting' },
      orderBy: { requestedAt: 'asc' },
      select: { id: true, requestedAt: true, organisationId: true, organisation: { select: { name: true } } },
    }),
    database.organisationRequest.findMany({
      where: { organisationId: { in: mine }, state: 'waiting', personId: { not: personId } },
      orderBy: { requestedAt: 'asc' },
      select: requestColumns,
    }),
    database.organisation.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } }),
  ]);
  const taken = new Set([...mine, ...requests.map(({ organisationId }) => organisationId)]);
  return {
    memberships: memberships.map(({ id, beginsOn, organisation }) => ({
      id,
      beginsOn: fromDateColumn(beginsOn),
      organisation: organisation.name,
      colleagues: organisation.members.map(({ person }) => person.name || person.email),
    })),
    requests: requests.map(({ id, requestedAt, organisation }) => ({
      id,
      requestedAt,
      organisation: organisation.name,
    })),
    toAnswer: toAnswer.map(requestView),
    choices: choices.filter(({ id }) => !taken.has(id)),
  };
}

/** Every request that waits, for the administrator and for who reads along. */
export async function waitingOrganisationRequests(
  database: Database,
  actor: Actor,
): Promise<OrganisationRequestView[]> {
  const rows = await database.organisationRequest.findMany({
    where: { state: 'waiting' },
    orderBy: { requestedAt: 'asc' },
    select: requestColumns,
  });
  const views = rows.map(requestView);
  return administers(actor).ok ? views : views.map((view) => ({ ...view, email: null, note: '' }));
}

/** How many requests wait for the actor's answer as a member. */
export async function requestsToAnswer(database: Database, actor: SignedIn): Promise<number> {
  return database.organisationRequest.count({
    where: {
      organisationId: { in: actor.organisations.map(({ id }) => id) },
      state: 'waiting',
      personId: { not: actor.person.id },
    },
  });
}
