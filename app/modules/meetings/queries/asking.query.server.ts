import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { SignedIn } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { requestState, type RequestState } from '../meeting.ts';

/** What somebody can choose who puts something forward: bodies, for whom they speak, and the meeting they came from. */
export async function askingChoices(
  database: Database,
  actor: SignedIn,
  { body, meeting }: { body: string; meeting: string },
  now: Instant,
) {
  const bodies = await database.body.findMany({
    where: { kind: { not: 'programme' } },
    orderBy: [{ position: 'asc' }, { name: 'asc' }],
    select: { id: true, slug: true, name: true },
  });
  const workgroups = await database.body.findMany({
    where: {
      kind: 'werkgroep',
      id: { in: actor.roles.filter(({ role }) => role === 'chair' || role === 'member').map(({ bodyId }) => bodyId) },
    },
    select: { id: true, name: true },
  });
  const asked = isSlug(meeting)
    ? await database.meeting.findFirst({
        where: { slug: meeting, state: 'announced', startsAt: { gt: now } },
        select: { id: true, slug: true, title: true, startsAt: true, bodyId: true },
      })
    : null;
  return {
    bodies: bodies.map(({ id, name }) => ({ value: id, label: name })),
    whom: [
      ...actor.organisations.map(({ id, name }) => ({ value: `organisation:${id}`, label: name })),
      ...workgroups.map(({ id, name }) => ({ value: `workgroup:${id}`, label: name })),
    ],
    bodyId: asked?.bodyId ?? bodies.find(({ slug }) => slug === body)?.id ?? '',
    meeting: asked,
  };
}

/** What somebody put forward themselves, with what became of it. */
export type OwnRequest = {
  id: string;
  title: string;
  request: string;
  body: { slug: string; name: string };
  askedAt: Instant;
  answerBy: CalendarDate;
  state: RequestState;
  answerText: string;
  answeredAt: Instant | null;
  revision: number;
  placed: { slug: string; title: string; startsAt: Instant; isPublic: boolean } | null;
};

const ownColumns = {
  ...{ id: true, title: true, request: true, askedAt: true, answerBy: true, state: true, answerText: true },
  ...{ answeredAt: true, revision: true, body: { select: { slug: true, name: true } } },
  item: { select: { meeting: { select: { slug: true, title: true, startsAt: true, state: true } } } },
} as const;

/** @returns null when there is none of this person */
export async function ownRequest(database: Database, actor: SignedIn, id: string): Promise<OwnRequest | null> {
  if (!isId(id)) return null;
  const row = await database.meetingRequest.findFirst({
    where: { id, askedById: actor.person.id },
    select: ownColumns,
  });
  if (row === null) return null;
  const { title, request, body, askedAt, answerText, answeredAt, revision, item } = row;
  return {
    ...{ id, title, request, body, askedAt, answerText, answeredAt, revision },
    answerBy: fromDateColumn(row.answerBy),
    state: requestState(row.state),
    placed:
      item === null
        ? null
        : {
            ...{ slug: item.meeting.slug, title: item.meeting.title, startsAt: item.meeting.startsAt },
            isPublic: item.meeting.state === 'announced',
          },
  };
}
