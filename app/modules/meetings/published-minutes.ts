import { clockInAmsterdam } from '#app/kernel/amsterdam-time.ts';
import { dayInAmsterdam, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { z } from 'zod';
import { attendeeTasks, lineKinds, presences, type MinutesContent } from './minutes-content.ts';

/**
 * Minutes as everybody may read and keep them: the file whose SHA-256 stands in the log. A shape that was ever published stays
 * readable; a new one gets another `format`.
 */
export const publishedMinutes = z.strictObject({
  format: z.literal('wijkbeurs-minutes-1'),
  number: z.string(),
  version: z.int(),
  /** What this version mends of the one before it; null for the first. */
  corrects: z.strictObject({ version: z.int(), reason: z.string() }).nullable(),
  publishedOn: z.string(),
  adopted: z.strictObject({ on: z.string(), meeting: z.string(), amendments: z.string() }),
  meeting: z.strictObject({
    slug: z.string(),
    title: z.string(),
    body: z.strictObject({ slug: z.string(), name: z.string() }),
    day: z.string(),
    begins: z.string(),
    ends: z.string(),
    place: z.string(),
    chair: z.string(),
  }),
  /** By organisation; empty: a resident. Only who led the meeting has a name. */
  attendees: z.array(
    z.strictObject({
      name: z.string(),
      organisation: z.string(),
      task: z.enum(attendeeTasks),
      presence: z.enum(presences),
      interest: z.string(),
    }),
  ),
  lines: z.array(
    z.strictObject({
      kind: z.enum(lineKinds),
      subject: z.string(),
      text: z.string(),
      explanation: z.string(),
      who: z.string(),
      when: z.string(),
      /** Number in the register of decisions. */
      decision: z.string().nullable(),
      /** Number on the list of actions. */
      action: z.int().nullable(),
    }),
  ),
  annex: z.array(z.strictObject({ subject: z.string(), criteria: z.string(), interests: z.string() })),
});

export type PublishedMinutes = z.infer<typeof publishedMinutes>;

/** @throws ZodError for what was never published by this product */
export function readPublishedMinutes(text: string): PublishedMinutes {
  return publishedMinutes.parse(JSON.parse(text));
}

export type MinutesToPublish = {
  number: string;
  version: number;
  reason: string;
  publishedOn: CalendarDate;
  adopted: { slug: string; startsAt: Instant };
  meeting: {
    slug: string;
    title: string;
    startsAt: Instant;
    endsAt: Instant;
    venueName: string;
    venueAddress: string;
    chairName: string;
    body: { slug: string; name: string };
  };
  /** As redacted and released. */
  content: MinutesContent;
  amendments: string;
  /** Numbers by key of the line. */
  decisions: ReadonlyMap<string, string>;
  actions: ReadonlyMap<string, number>;
};

export function publicationOf(given: MinutesToPublish): PublishedMinutes {
  const { meeting, content, version } = given;
  return {
    format: 'wijkbeurs-minutes-1',
    number: given.number,
    version,
    corrects: version === 1 ? null : { version: version - 1, reason: given.reason },
    publishedOn: given.publishedOn,
    adopted: {
      on: dayInAmsterdam(given.adopted.startsAt),
      meeting: given.adopted.slug,
      amendments: given.amendments,
    },
    meeting: {
      slug: meeting.slug,
      title: meeting.title,
      body: { slug: meeting.body.slug, name: meeting.body.name },
      day: dayInAmsterdam(meeting.startsAt),
      begins: clockInAmsterdam(meeting.startsAt),
      ends: clockInAmsterdam(meeting.endsAt),
      place: [meeting.venueName, meeting.venueAddress].filter((part) => part !== '').join(', '),
      chair: meeting.chairName,
    },
    attendees: content.attendees.map(({ name, organisation, task, presence, interest }) => ({
      ...{ organisation, task, presence, interest },
      name: task === 'chair' ? name : '',
    })),
    lines: content.lines.map(({ key, ...line }) => ({
      ...line,
      decision: given.decisions.get(key) ?? null,
      action: given.actions.get(key) ?? null,
    })),
    annex: content.annex.map(({ subject, criteria, interests }) => ({ subject, criteria, interests })),
  };
}
