import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Database } from '#app/platform/database.server.ts';

const columns = {
  id: true,
  slug: true,
  title: true,
  about: true,
  startsAt: true,
  endsAt: true,
  venueName: true,
  venueAddress: true,
  state: true,
  revision: true,
  changedAt: true,
} as const;

type Row = {
  id: string;
  slug: string;
  title: string;
  about: string;
  startsAt: Date;
  endsAt: Date;
  venueName: string;
  venueAddress: string;
  state: string;
  revision: number;
  changedAt: Date;
};

/** Days that a gathering stays in the feed after it was. */
const keptDays = 400;

/** @returns one gathering as an iCalendar file, or null when there is none for everybody with this address */
export async function gatheringCalendar(database: Database, slug: string, publicUrl: string): Promise<string | null> {
  if (!isSlug(slug)) return null;
  const row = await database.gathering.findFirst({ where: { slug, announcedAt: { not: null } }, select: columns });
  return row === null ? null : calendar([row], row.title, publicUrl);
}

/** Every announced gathering, for a calendar that comes back for more. */
export async function gatheringFeed(
  database: Database,
  { name, publicUrl, now }: { name: string; publicUrl: string; now: Instant },
): Promise<string> {
  const rows = await database.gathering.findMany({
    where: { announcedAt: { not: null }, endsAt: { gt: addMinutes(now, -keptDays * 24 * 60) } },
    orderBy: { startsAt: 'asc' },
    select: columns,
  });
  return calendar(rows, name, publicUrl);
}

/** Moments in UTC, so that no calendar needs to know the zone. The number goes up with every change, so that calendars take it over. */
function calendar(rows: readonly Row[], name: string, publicUrl: string): string {
  const host = new URL(publicUrl).hostname;
  const made = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Wijkbeurs', product: 'Meet & Match', language: 'NL' },
    ttl: 6 * 60 * 60,
  });
  for (const row of rows) {
    const url = `${publicUrl}/ontmoet/${row.slug}`;
    made.createEvent({
      id: `${row.id}@${host}`,
      start: row.startsAt,
      end: row.endsAt,
      stamp: row.changedAt,
      sequence: row.revision,
      summary: row.title,
      description: row.about === '' ? url : `${row.about}\n\n${url}`,
      location: `${row.venueName}, ${row.venueAddress}`,
      url,
      status: row.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return made.toString();
}
