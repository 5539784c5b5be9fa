import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { accessOf } from '../gathering.store.server.ts';
import { gatheringForm, gatheringState, seasonOf, type GatheringContent, type Season } from '../gathering.ts';
import { keepersToInvite } from '../keepers.store.server.ts';
import { organises, readsOrganising, type GatheringAccess } from '../policy.ts';
import { registrationState } from '../registration.ts';
import type { CrewLine, GatheringCounts, RegistrationLine, WorkCard } from '../views.ts';
import { comesAsOf } from './registration.query.server.ts';

/** The desk of organisers. */
export type OrganiserDesk = {
  coming: WorkCard[];
  past: WorkCard[];
  mayPlan: boolean;
  /** Areas of this year in which nothing is planned in this half of it yet; null: the year has no areas. */
  season: Season;
  missing: { id: string; name: string }[] | null;
  /** Whether the actor sees which areas have none. */
  readsAreas: boolean;
};

const mostPast = 40;

/** Gatherings that the actor may run, help with or read: all of them for organisers, and otherwise those they were asked for. */
export async function organiserDesk(database: Database, actor: Actor, now: Instant): Promise<OrganiserDesk> {
  const seesAll = readsOrganising(actor).ok;
  const organisationId = { in: actor.organisations.map(({ id }) => id) };
  const mine = {
    OR: [{ crew: { some: { personId: actor.person?.id ?? '' } } }, { hosts: { some: { organisationId } } }],
  };
  const rows = await database.gathering.findMany({
    where: seesAll ? {} : actor.person === null ? { id: { in: [] } } : mine,
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    include: { gatheringArea: { select: { name: true } } },
  });
  const isComing = ({ state, endsAt }: { state: string; endsAt: Date }) =>
    state === 'begun' || ((state === 'concept' || state === 'announced') && endsAt > now);
  const past = rows.filter((row) => !isComing(row)).reverse();
  const season = seasonOf(dayInAmsterdam(now));
  const cards = async (chosen: typeof rows) => Promise.all(chosen.map(async (row) => workCard(database, row)));
  return {
    coming: await cards(rows.filter(isComing)),
    past: await cards(past.slice(0, mostPast)),
    mayPlan: organises(actor).ok,
    season,
    missing: seesAll ? await areasWithout(database, season) : null,
    readsAreas: seesAll,
  };
}

async function areasWithout(database: Database, { year, half }: Season): Promise<OrganiserDesk['missing']> {
  const areas = await database.gatheringArea.findMany({
    where: { year },
    orderBy: { name: 'asc' },
    select: {
      id: true,
      name: true,
      gatherings: { where: { state: { not: 'cancelled' } }, select: { startsAt: true } },
    },
  });
  if (areas.length === 0) return null;
  return areas
    .filter(({ gatherings }) => !gatherings.some(({ startsAt }) => seasonOf(dayInAmsterdam(startsAt)).half === half))
    .map(({ id, name }) => ({ id, name }));
}

async function workCard(
  database: Database,
  row: {
    id: string;
    slug: string;
    title: string;
    form: string;
    startsAt: Date;
    endsAt: Date;
    venueName: string;
    state: string;
    capacity: number;
    gatheringArea: { name: string };
  },
): Promise<WorkCard> {
  const { slug, title, startsAt, endsAt, venueName, capacity } = row;
  return {
    ...{ slug, title, startsAt, endsAt, venueName, capacity },
    form: gatheringForm(row.form),
    areaName: row.gatheringArea.name,
    state: gatheringState(row.state),
    ...(await countsOf(database, row.id)),
  };
}

/** How many come, wait and are in. */
async function countsOf(database: Database, gatheringId: string): Promise<GatheringCounts> {
  const [counts] = await database.$queryRaw<GatheringCounts[]>`
    select count(*) filter (where state = 'confirmed')::int as confirmed,
        count(*) filter (where state = 'held')::int as held,
        count(*) filter (where state = 'offered')::int as offered,
        count(*) filter (where state = 'waiting')::int as waiting,
        count(*) filter (where arrived_at is not null)::int as arrived,
        coalesce(sum(children) filter (where state = 'confirmed'), 0)::int as children,
        count(*) filter (where is_walk_in)::int as "walkIns"
      from gathering_registration where gathering_id = ${gatheringId}::uuid`;
  return counts ?? { confirmed: 0, held: 0, offered: 0, waiting: 0, arrived: 0, children: 0, walkIns: 0 };
}

/** A gathering as who runs it or helps sees it. People's names are in `people` only for who runs it. */
export type WorkGathering = WorkCard &
  GatheringContent & {
    id: string;
    access: NonNullable<GatheringAccess>;
    revision: number;
    cancelReason: string;
    hostNames: string[];
    crew: CrewLine[];
    /** Keepers in the area who can still be invited, and who were. */
    toInvite: number;
    invited: number;
  };

/** @returns null when there is none with this address, or when it is not the actor's to see */
export async function workGathering(database: Database, actor: Actor, slug: string): Promise<WorkGathering | null> {
  if (!isSlug(slug)) return null;
  const row = await database.gathering.findUnique({
    where: { slug },
    include: {
      gatheringArea: { select: { name: true } },
      hosts: { select: { organisation: { select: { id: true, name: true } } } },
      crew: { include: { person: { select: { name: true, email: true } } }, orderBy: { addedAt: 'asc' } },
      _count: { select: { invitations: true } },
    },
  });
  const access = row === null ? null : await accessOf(database, actor, row.id);
  if (row === null || access === null) return null;
  const runs = access === 'run';
  const { id, about, gatheringAreaId, venueAddress, languages, childCare, accessibility, cancelReason, revision } = row;
  return {
    ...(await workCard(database, row)),
    ...{
      id,
      about,
      gatheringAreaId,
      venueAddress,
      languages,
      childCare,
      accessibility,
      cancelReason,
      revision,
      access,
    },
    hosts: row.hosts.map(({ organisation }) => organisation.id),
    hostNames: row.hosts.map(({ organisation }) => organisation.name),
    crew: runs
      ? row.crew.map(({ personId, task, person }) => ({
          personId,
          // who was just asked has no name yet; who asked them knows the address
          name: person.name === '' ? person.email : person.name,
          task: task === 'organiser' ? 'organiser' : 'helper',
        }))
      : [],
    toInvite: runs && row.state === 'announced' ? (await keepersToInvite(database, id)).length : 0,
    invited: row._count.invitations,
  };
}

/** Everybody who registered, for who runs it: with wishes, without addresses. Who comes first, then who waits in order. */
export async function registrationLines(database: Database, gatheringId: string): Promise<RegistrationLine[]> {
  const rows = await database.gatheringRegistration.findMany({
    where: { gatheringId, erasedAt: null, confirmedAt: { not: null } },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    include: { portfolios: { where: { why: 'comes-for' }, select: { portfolioId: true } } },
  });
  const ids = rows.flatMap(({ portfolios }) => portfolios.map(({ portfolioId }) => portfolioId));
  const names = new Map(
    (
      await database.$queryRaw<{ id: string; name: string }[]>`
        select id::text as id, name from portfolio_face where id = any(${ids}::uuid[])`
    ).map(({ id, name }) => [id, name]),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    comesAs: comesAsOf(row.comesAs),
    comesFrom: row.comesFrom,
    languages: row.languages,
    state: registrationState(row.state),
    doorCode: row.doorCode,
    isWalkIn: row.isWalkIn,
    arrivedAt: row.arrivedAt,
    children: row.children,
    accessWish: row.accessWish,
    meetWish: row.meetWish,
    queueNumber: row.queueNumber,
    portfolios: row.portfolios.flatMap(({ portfolioId }) => names.get(portfolioId) ?? []),
  }));
}

/** Organisations that can be host. */
export async function hostChoices(database: Database): Promise<{ id: string; name: string }[]> {
  return database.organisation.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
}
