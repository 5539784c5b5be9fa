import { dayInAmsterdam, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { meetingState, minutesState, minutesStep, type MeetingState, type MinutesStep } from '../meeting.ts';
import { accessTo, type MeetingAccess } from '../policy.ts';
import { itemColumns, itemView } from './public-meetings.query.server.ts';

/** Bodies whose meetings the actor may plan, for a choice. */
export async function bodiesToPlanFor(database: Database, actor: Actor) {
  const rows = await database.body.findMany({
    where: { kind: { not: 'programme' } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: { id: true, slug: true, name: true, chairName: true },
  });
  return rows.filter(({ id }) => accessTo(actor, id) === 'work');
}

const versionColumns = {
  ...{ id: true, version: true, madeAt: true },
  publication: { select: { publishedAt: true } },
  redaction: { select: { state: true } },
} as const;
const newestVersion = { orderBy: { version: 'desc' }, take: 1, select: versionColumns } as const;

type KeptVersion = { publication: object | null; redaction: { state: string } | null };

function stepOf({ state, versions }: { state: string; versions: readonly KeptVersion[] }): MinutesStep {
  const newest = versions[0];
  return minutesStep(
    minutesState(state),
    newest && { isPublished: newest.publication !== null, redaction: newest.redaction?.state ?? null },
  );
}

/** A meeting on the list of who works for its body. */
export type WorkLine = {
  slug: string;
  title: string;
  bodyName: string;
  startsAt: Instant;
  state: MeetingState;
  access: Exclude<MeetingAccess, null>;
  agenda: { by: CalendarDate; isPublished: boolean; isLate: boolean };
  minutes: MinutesStep | null;
  isOver: boolean;
};

/** Meetings of the bodies whose work the actor may read: those that come, and those of the last two years. */
export async function meetingWork(database: Database, actor: Actor, now: Instant): Promise<WorkLine[]> {
  const access = await readableBodies(database, actor);
  const rows = await database.meeting.findMany({
    where: { bodyId: { in: [...access.keys()] } },
    orderBy: [{ startsAt: 'desc' }, { id: 'asc' }],
    take: 300,
    select: {
      ...{ slug: true, title: true, bodyId: true, startsAt: true, endsAt: true, state: true },
      ...{ agendaBy: true, agendaPublishedAt: true },
      ...{ body: { select: { name: true } }, minutes: { select: { state: true, versions: newestVersion } } },
    },
  });
  const today = dayInAmsterdam(now);
  return rows.flatMap((row) => {
    const mine = access.get(row.bodyId);
    const minutes = row.minutes === null ? null : stepOf(row.minutes);
    // members see a concept when it is sent
    if (
      mine === undefined ||
      (mine === 'member' && (row.state === 'concept' || minutes === null || minutes === 'concept'))
    )
      return [];
    const by = fromDateColumn(row.agendaBy);
    const isPublished = row.agendaPublishedAt !== null;
    return [
      {
        ...{ slug: row.slug, title: row.title, bodyName: row.body.name, startsAt: row.startsAt, minutes, access: mine },
        state: meetingState(row.state),
        agenda: {
          by,
          isPublished,
          isLate: !isPublished && row.state !== 'cancelled' && by < today && row.endsAt > now,
        },
        isOver: row.endsAt <= now,
      },
    ];
  });
}

/** Bodies whose meetings the actor may work on or read, with how far. */
export async function readableBodies(database: Database, actor: Actor) {
  const bodies = await database.body.findMany({ where: { kind: { not: 'programme' } }, select: { id: true } });
  return new Map(
    bodies.flatMap(({ id }) => {
      const access = accessTo(actor, id);
      return access === null ? [] : [[id, access] as const];
    }),
  );
}

/** Meetings of a body on whose agenda something can come. */
export async function comingMeetings(database: Database, bodyId: string, now: Instant) {
  const rows = await database.meeting.findMany({
    where: { bodyId, state: { not: 'cancelled' }, endsAt: { gt: now } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 30,
    select: { id: true, title: true, startsAt: true },
  });
  return rows;
}

/** One meeting for who works for its body, belongs to it or reads along; null when there is none for them. */
export async function workMeeting(database: Database, actor: Actor, slug: string, now: Instant) {
  if (!isSlug(slug)) return null;
  const row = await database.meeting.findUnique({
    where: { slug },
    include: {
      body: { select: { id: true, slug: true, name: true } },
      items: { orderBy: [{ position: 'asc' }, { id: 'asc' }], select: itemColumns },
      minutes: {
        select: {
          ...{ id: true, state: true, revision: true, number: true, sentAt: true, adoptedAt: true, changedAt: true },
          versions: { orderBy: { version: 'desc' }, select: versionColumns },
        },
      },
    },
  });
  const access = row === null ? null : accessTo(actor, row.bodyId);
  if (row === null || access === null) return null;
  const { id, title, about, startsAt, endsAt, venueName, venueAddress, chairName, isOpen, revision } = row;
  const { agendaPublishedAt, cancelReason, body } = row;
  return {
    ...{ id, slug, title, about, startsAt, endsAt, venueName, venueAddress, chairName, isOpen, revision, body },
    ...{ agendaPublishedAt, cancelReason, access },
    agendaBy: fromDateColumn(row.agendaBy),
    state: meetingState(row.state),
    hasBegun: startsAt <= now,
    isOver: endsAt <= now,
    items: row.items.map((item) => ({
      ...itemView(item, agendaPublishedAt),
      revision: item.revision,
      isPreviousMinutes: item.isPreviousMinutes,
      actielijnId: item.actielijn?.id ?? null,
      decisionId: item.decision?.id ?? null,
      decisionTitle: item.decision?.title ?? '',
    })),
    minutes:
      row.minutes === null
        ? null
        : {
            ...row.minutes,
            state: minutesState(row.minutes.state),
            step: stepOf(row.minutes),
            versions: row.minutes.versions.map(({ publication, id: versionId, version, madeAt }) => ({
              ...{ id: versionId, version, madeAt },
              publishedAt: publication?.publishedAt ?? null,
            })),
          },
  };
}

/** What an item of a body can be linked to: its actielijnen, and decisions that are prepared or taken. */
export async function linksForItem(database: Database, bodyId: string) {
  const actielijnen = await database.actielijn.findMany({
    where: { bodyId },
    orderBy: { title: 'asc' },
    select: { id: true, title: true },
  });
  return { actielijnen, decisions: await decisionsOfBody(database, bodyId) };
}

/** Decisions of a body that minutes or an agenda can name: prepared ones first, then the last of the register. */
export async function decisionsOfBody(database: Database, bodyId: string) {
  const rows = await database.decision.findMany({
    where: { bodyId, discardedAt: null },
    orderBy: [{ state: 'desc' }, { takenOn: 'desc' }, { id: 'asc' }],
    take: 200,
    select: { id: true, number: true, title: true, outcome: true },
  });
  return rows.map(({ id, number, title }) => ({ id, number, title }));
}
