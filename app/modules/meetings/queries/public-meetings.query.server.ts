import type { Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Database } from '#app/platform/database.server.ts';
import { changeKind, itemKind, markOf, meetingState, type ChangeKind } from '../meeting.ts';
import type { ItemView, MeetingLine } from '../views.ts';

/** Cancelled before anybody knew of it, a meeting never was; of any other everybody may know. */
export const isKnown = { changes: { some: { kind: 'announced' } } } as const;

const lineColumns = {
  ...{ slug: true, title: true, startsAt: true, endsAt: true, venueName: true, state: true, agendaPublishedAt: true },
  body: { select: { slug: true, name: true } },
  minutes: { select: { number: true, state: true } },
} as const;

type LineRow = Omit<MeetingLine, 'state' | 'hasAgenda' | 'minutes'> & {
  state: string;
  agendaPublishedAt: Date | null;
  minutes: { number: string | null; state: string } | null;
};

function lineOf({ slug, title, body, startsAt, endsAt, venueName, ...row }: LineRow): MeetingLine {
  return {
    ...{ slug, title, body, startsAt, endsAt, venueName },
    state: meetingState(row.state),
    hasAgenda: row.agendaPublishedAt !== null,
    minutes: row.minutes?.state === 'published' ? row.minutes.number : null,
  };
}

export type MeetingFilter = { body: string; year: number | null };

/** So many of before on one page; a filter by year shows the rest. */
const mostPast = 60;

/** Meetings for everybody: what comes first, and what was, last first. */
export async function publicMeetings(database: Database, { body, year }: MeetingFilter, now: Instant) {
  const where = { ...isKnown, ...(isSlug(body) ? { body: { slug: body } } : {}) };
  const within =
    year === null ? {} : { startsAt: { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) } };
  const coming = await database.meeting.findMany({
    where: { AND: [where, within, { endsAt: { gt: now } }] },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: mostPast,
    select: lineColumns,
  });
  const past = await database.meeting.findMany({
    where: { AND: [where, within, { endsAt: { lte: now } }] },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: mostPast,
    select: lineColumns,
  });
  return { coming: coming.map(lineOf), past: past.map(lineOf) };
}

/** Bodies that meet, for the filter, and years in which they did. */
export async function meetingFilters(
  database: Database,
): Promise<{ bodies: { value: string; label: string }[]; years: number[] }> {
  const bodies = await database.body.findMany({
    where: { meetings: { some: isKnown } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: { slug: true, name: true },
  });
  const years = await database.$queryRaw<{ year: number }[]>`
    select distinct extract(year from starts_at at time zone 'Europe/Amsterdam')::int as year from meeting m
      where exists (select from meeting_change c where c.meeting_id = m.id and c.kind = 'announced') order by 1 desc`;
  return {
    bodies: bodies.map(({ slug, name }) => ({ value: slug, label: name })),
    years: years.map(({ year }) => year),
  };
}

export const itemColumns = {
  ...{ id: true, title: true, explanation: true, kind: true, minutes: true },
  ...{ addedAt: true, changedAt: true, removedAt: true, revision: true, isPreviousMinutes: true },
  actielijn: { select: { id: true, slug: true, title: true, body: { select: { slug: true } } } },
  initiative: { select: { slug: true, title: true, stage: true } },
  decision: { select: { id: true, number: true, title: true, state: true } },
  request: {
    select: { organisation: { select: { slug: true, name: true } }, workgroup: { select: { slug: true, name: true } } },
  },
  gatheringItem: {
    select: { gathering: { select: { slug: true, title: true, report: { select: { publishedAt: true } } } } },
  },
  files: {
    where: { removedAt: null },
    // ids are in the order of time
    orderBy: { id: 'asc' },
    select: { id: true, kind: true, fileName: true, byteSize: true, description: true },
  },
} as const;

type ItemRow = {
  id: string;
  title: string;
  explanation: string;
  kind: string;
  minutes: number;
  addedAt: Date;
  changedAt: Date;
  removedAt: Date | null;
  actielijn: { slug: string; title: string; body: { slug: string } } | null;
  initiative: { slug: string | null; title: string; stage: string } | null;
  decision: { number: string | null; title: string; state: string } | null;
  request: {
    organisation: { slug: string; name: string } | null;
    workgroup: { slug: string; name: string } | null;
  } | null;
  gatheringItem: { gathering: { slug: string; title: string; report: { publishedAt: Date | null } | null } } | null;
  files: ItemView['files'];
};

export function itemView(row: ItemRow, publishedAt: Instant | null): ItemView {
  const { id, title, explanation, minutes, actielijn, initiative, decision, request, gatheringItem, files } = row;
  const asker =
    request === null
      ? null
      : request.organisation !== null
        ? ({ kind: 'organisation', ...request.organisation } as const)
        : request.workgroup !== null
          ? ({ kind: 'workgroup', ...request.workgroup } as const)
          : ({ kind: 'resident' } as const);
  const evening = gatheringItem?.gathering;
  return {
    ...{ id, title, explanation, minutes, files },
    kind: itemKind(row.kind),
    mark: markOf(row, publishedAt),
    actielijn: actielijn === null ? null : { slug: actielijn.slug, title: actielijn.title, body: actielijn.body.slug },
    initiative: initiative?.slug == null ? null : { slug: initiative.slug, title: initiative.title },
    // what is prepared is for colleagues until it is decided
    decision:
      decision === null ? null : { number: decision.number, title: decision.number === null ? '' : decision.title },
    from: asker ?? (evening === undefined ? null : { kind: 'gathering', name: evening.title, slug: evening.slug }),
  };
}

export type MeetingPage = MeetingLine & {
  id: string;
  about: string;
  venueAddress: string;
  chairName: string;
  isOpen: boolean;
  agendaBy: Date;
  agendaPublishedAt: Instant | null;
  cancelReason: string;
  items: ItemView[];
  /** When it was last moved, from when. */
  moved: { from: Instant; at: Instant } | null;
  changes: { kind: ChangeKind; text: string; at: Instant }[];
  /** Where the minutes stand, for who waits for them. */
  minutesState: 'none' | 'written' | 'sent' | 'adopted' | 'published';
  mayAsk: boolean;
};

/** One meeting for everybody; null when there is none at this address that was announced. */
export async function publicMeeting(database: Database, slug: string, now: Instant): Promise<MeetingPage | null> {
  if (!isSlug(slug)) return null;
  const row = await database.meeting.findFirst({
    where: { slug, ...isKnown },
    select: {
      ...lineColumns,
      ...{
        id: true,
        about: true,
        venueAddress: true,
        chairName: true,
        isOpen: true,
        agendaBy: true,
        cancelReason: true,
      },
      items: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: itemColumns },
      changes: { orderBy: { happenedAt: 'asc' }, select: { kind: true, text: true, happenedAt: true } },
    },
  });
  if (row === null) return null;
  const { agendaPublishedAt } = row;
  const state = row.minutes?.state;
  const changes = row.changes.map(({ kind, text, happenedAt }) => ({ kind: changeKind(kind), text, at: happenedAt }));
  const { id, about, venueAddress, chairName, isOpen, agendaBy, cancelReason } = row;
  return {
    ...lineOf(row),
    ...{ id, about, venueAddress, chairName, isOpen, agendaBy, cancelReason, agendaPublishedAt },
    // an agenda is for the body alone until it is published
    items: agendaPublishedAt === null ? [] : row.items.map((item) => itemView(item, agendaPublishedAt)),
    moved: movedFrom(changes),
    changes,
    minutesState:
      state === undefined
        ? 'none'
        : state === 'concept'
          ? 'written'
          : state === 'sent' || state === 'adopted'
            ? state
            : 'published',
    mayAsk: row.state === 'announced' && row.startsAt > now,
  };
}

function movedFrom(changes: MeetingPage['changes']): MeetingPage['moved'] {
  const last = changes.filter(({ kind }) => kind === 'moved').at(-1);
  if (last === undefined) return null;
  const { startsAt } = JSON.parse(last.text) as { startsAt: string };
  return { from: new Date(startsAt), at: last.at };
}
