import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Database } from '#app/platform/database.server.ts';

const columns = {
  ...{ id: true, slug: true, title: true, about: true, startsAt: true, endsAt: true },
  ...{ venueName: true, venueAddress: true, state: true, revision: true, changedAt: true },
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

/** Days that a meeting stays in the feed after it was. */
const keptDays = 400;

/** Cancelled before anybody knew of it, a meeting never was; of any other everybody may know. */
const isKnown = { changes: { some: { kind: 'announced' } } } as const;

/**
 * Every announced meeting, of one body or all, for a calendar that comes back for more.
 * @param body slug of the body; empty: all @returns null when there is no such body
 */
export async function meetingFeed(
  database: Database,
  { name, body, publicUrl, now }: { name: string; body: string; publicUrl: string; now: Instant },
): Promise<string | null> {
  const one = body === '' ? null : isSlug(body) ? await database.body.findUnique({ where: { slug: body } }) : undefined;
  if (one === undefined || (body !== '' && one === null)) return null;
  const rows = await database.meeting.findMany({
    where: {
      ...isKnown,
      endsAt: { gt: addMinutes(now, -keptDays * 24 * 60) },
      ...(one === null ? {} : { bodyId: one.id }),
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: columns,
  });
  return calendar(rows, one === null ? name : `${name}: ${one.name}`, publicUrl);
}

/** @returns one meeting as an iCalendar file, or null when there is none for everybody with this address */
export async function meetingCalendar(database: Database, slug: string, publicUrl: string): Promise<string | null> {
  if (!isSlug(slug)) return null;
  const row = await database.meeting.findFirst({ where: { slug, ...isKnown }, select: columns });
  return row === null ? null : calendar([row], row.title, publicUrl);
}

/** Moments in UTC, so that no calendar needs to know the zone. The number goes up with every change, so that calendars take it over. */
function calendar(rows: readonly Row[], name: string, publicUrl: string): string {
  const host = new URL(publicUrl).hostname;
  const made = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Wijkbeurs', product: 'Vergaderingen', language: 'NL' },
    ttl: 6 * 60 * 60,
  });
  for (const row of rows) {
    const url = `${publicUrl}/vergaderingen/${row.slug}`;
    made.createEvent({
      id: `${row.id}@${host}`,
      start: row.startsAt,
      end: row.endsAt,
      stamp: row.changedAt,
      sequence: row.revision,
      summary: row.title,
      description: row.about === '' ? url : `${row.about}\n\n${url}`,
      location: [row.venueName, row.venueAddress].filter((part) => part !== '').join(', '),
      url,
      status: row.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return made.toString();
}
