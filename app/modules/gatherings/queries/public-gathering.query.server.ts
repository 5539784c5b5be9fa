import type { Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Database } from '#app/platform/database.server.ts';
import { gatheringForm, gatheringState } from '../gathering.ts';
import type { GatheringCardView, PublicGathering } from '../views.ts';

/** What everybody may see of a gathering that is not a concept any more; null for any other address. */
export async function publicGathering(database: Database, slug: string, now: Instant): Promise<PublicGathering | null> {
  if (!isSlug(slug)) return null;
  const row = await database.gathering.findFirst({ where: { slug, state: { not: 'concept' } }, include: faces });
  return row === null ? null : publicView(database, row, now);
}

/** As `publicGathering`, also of a concept, for who may see it; the caller asks who that is. */
export async function gatheringById(database: Database, id: string, now: Instant): Promise<PublicGathering | null> {
  const row = await database.gathering.findUnique({ where: { id }, include: faces });
  return row === null ? null : publicView(database, row, now);
}

const faces = {
  gatheringArea: { select: { name: true } },
  hosts: { select: { organisation: { select: { slug: true, name: true } } } },
} as const;

type Row = {
  id: string;
  slug: string;
  title: string;
  form: string;
  about: string;
  startsAt: Date;
  endsAt: Date;
  venueName: string;
  venueAddress: string;
  capacity: number;
  languages: string[];
  childCare: string;
  accessibility: string;
  state: string;
  cancelReason: string;
  revision: number;
  gatheringArea: { name: string };
  hosts: { organisation: { slug: string; name: string } }[];
};

async function publicView(database: Database, row: Row, now: Instant): Promise<PublicGathering> {
  const ofIt = { gatheringId: row.id };
  const [taken, waiting] = await Promise.all([
    // a place that was held too long is free, also before the worker says so
    database.gatheringRegistration.count({
      where: {
        ...ofIt,
        OR: [{ state: 'confirmed' }, { state: { in: ['held', 'offered'] }, keptUntil: { gt: now } }],
      },
    }),
    database.gatheringRegistration.count({ where: { ...ofIt, state: 'waiting' } }),
  ]);
  return {
    ...gatheringCard(row),
    id: row.id,
    about: row.about,
    venueAddress: row.venueAddress,
    languages: row.languages,
    childCare: row.childCare,
    accessibility: row.accessibility,
    hosts: row.hosts
      .map(({ organisation: { slug, name } }) => ({ slug, name }))
      .sort((one, other) => one.name.localeCompare(other.name, 'nl')),
    cancelReason: row.cancelReason,
    capacity: row.capacity,
    placesLeft: waiting > 0 ? 0 : Math.max(0, row.capacity - taken),
    waiting,
    isOpen: row.state === 'announced' && row.startsAt > now,
    revision: row.revision,
  };
}

export function gatheringCard(row: CardRow): GatheringCardView {
  const { slug, title, startsAt, endsAt, venueName } = row;
  return {
    ...{ slug, title, startsAt, endsAt, venueName },
    form: gatheringForm(row.form),
    areaName: row.gatheringArea.name,
    state: gatheringState(row.state),
  };
}

export const cardColumns = {
  slug: true,
  title: true,
  form: true,
  startsAt: true,
  endsAt: true,
  venueName: true,
  state: true,
  gatheringArea: { select: { name: true } },
} as const;

export type CardRow = Pick<
  Row,
  'slug' | 'title' | 'form' | 'startsAt' | 'endsAt' | 'venueName' | 'state' | 'gatheringArea'
>;

const mostPast = 20;

/** Gatherings that are announced and not over, the first one first; cancelled ones until their day. */
export async function comingGatherings(database: Database, now: Instant): Promise<GatheringCardView[]> {
  const rows = await database.gathering.findMany({
    where: { state: { in: ['announced', 'begun', 'cancelled'] }, announcedAt: { not: null }, endsAt: { gt: now } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: cardColumns,
  });
  return rows.map(gatheringCard);
}

/** Gatherings that took place, the last one first. */
export async function pastGatherings(database: Database, now: Instant): Promise<GatheringCardView[]> {
  const rows = await database.gathering.findMany({
    where: { state: { in: ['announced', 'begun', 'closed'] }, endsAt: { lte: now } },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: mostPast,
    select: cardColumns,
  });
  return rows.map(gatheringCard);
}
