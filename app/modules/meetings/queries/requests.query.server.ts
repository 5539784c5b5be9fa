import { dayInAmsterdam, fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { requestState, type RequestState } from '../meeting.ts';
import { accessTo } from '../policy.ts';
import { readableBodies } from './meeting-work.query.server.ts';
import type { ItemView } from '../views.ts';

/** Something put forward, on the list of who answers. */
export type RequestWork = {
  id: string;
  kind: 'request' | 'gathering';
  title: string;
  request: string;
  body: { id: string; slug: string; name: string };
  from: ItemView['from'];
  askedAt: Instant;
  answerBy: CalendarDate | null;
  isLate: boolean;
  state: RequestState;
  answerText: string;
  revision: number;
  /** The meeting on whose agenda it stands. */
  placed: { slug: string; title: string; startsAt: Instant } | null;
  /** The meeting at whose page it was asked. */
  wished: { slug: string; title: string } | null;
  isOwn: boolean;
};

const meetingWords = { select: { slug: true, title: true, startsAt: true } } as const;

const requestColumns = {
  ...{ id: true, title: true, request: true, askedAt: true, answerBy: true, state: true, answerText: true },
  ...{ revision: true, askedById: true },
  body: { select: { id: true, slug: true, name: true } },
  organisation: { select: { slug: true, name: true } },
  workgroup: { select: { slug: true, name: true } },
  meeting: { select: { slug: true, title: true } },
  item: { select: { meeting: meetingWords } },
} as const;

type RequestRow = {
  id: string;
  title: string;
  request: string;
  askedAt: Date;
  answerBy: Date;
  state: string;
  answerText: string;
  revision: number;
  askedById: string | null;
  body: { id: string; slug: string; name: string };
  organisation: { slug: string; name: string } | null;
  workgroup: { slug: string; name: string } | null;
  meeting: { slug: string; title: string } | null;
  item: { meeting: { slug: string; title: string; startsAt: Date } } | null;
};

function requestWork(row: RequestRow, actor: Actor, now: Instant): RequestWork {
  const { id, title, request, body, askedAt, answerText, revision, organisation, workgroup, meeting, item } = row;
  const answerBy = fromDateColumn(row.answerBy);
  return {
    ...{ id, kind: 'request', title, request, body, askedAt, answerBy, answerText, revision },
    isLate: row.state === 'asked' && answerBy < dayInAmsterdam(now),
    state: requestState(row.state),
    from:
      organisation !== null
        ? { kind: 'organisation', ...organisation }
        : workgroup !== null
          ? { kind: 'workgroup', ...workgroup }
          : { kind: 'resident' },
    placed: item?.meeting ?? null,
    wished: meeting,
    isOwn: actor.person !== null && row.askedById === actor.person.id,
  };
}

const gatheringColumns = {
  ...{ id: true, title: true, request: true, putForwardAt: true, state: true, revision: true, putForwardById: true },
  body: { select: { id: true, slug: true, name: true } },
  gathering: { select: { slug: true, title: true } },
  meetingItem: { select: { meeting: meetingWords } },
} as const;

type GatheringRow = {
  id: string;
  title: string;
  request: string;
  putForwardAt: Date;
  state: string;
  revision: number;
  putForwardById: string | null;
  body: { id: string; slug: string; name: string };
  gathering: { slug: string; title: string };
  meetingItem: { meeting: { slug: string; title: string; startsAt: Date } } | null;
};

/** The answer to what an evening asked is given at its own desk: here it can only be placed. */
function gatheringWork(row: GatheringRow): RequestWork {
  const { id, title, request, body, putForwardAt, revision, gathering, meetingItem } = row;
  return {
    ...{ id, kind: 'gathering', title, request, body, askedAt: putForwardAt, answerBy: null, isLate: false },
    ...{ answerText: '', revision, wished: null, isOwn: false },
    state: meetingItem !== null ? 'placed' : row.state === 'answered' ? 'answered' : 'asked',
    from: { kind: 'gathering', name: gathering.title, slug: gathering.slug },
    placed: meetingItem?.meeting ?? null,
  };
}

/** What was put forward to the bodies for which the actor works or reads along: what waits longest first. */
export async function requestsToAnswer(database: Database, actor: Actor, now: Instant): Promise<RequestWork[]> {
  const access = await readableBodies(database, actor);
  const bodyIds = [...access].flatMap(([id, mine]) => (mine === 'member' ? [] : [id]));
  const rows = await database.meetingRequest.findMany({
    where: { bodyId: { in: bodyIds }, state: { not: 'withdrawn' } },
    orderBy: [{ answerBy: 'asc' }, { id: 'asc' }],
    take: 200,
    select: requestColumns,
  });
  const evenings = await database.gatheringAgendaItem.findMany({
    where: { bodyId: { in: bodyIds }, state: { not: 'withdrawn' } },
    orderBy: [{ putForwardAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: gatheringColumns,
  });
  return [...rows.map((row) => requestWork(row, actor, now)), ...evenings.map(gatheringWork)];
}

/** One thing that was put forward, for who answers or reads along; null when there is none for them. */
export async function requestToAnswer(
  database: Database,
  actor: Actor,
  id: string,
  now: Instant,
): Promise<(RequestWork & { access: 'work' | 'read' }) | null> {
  if (!isId(id)) return null;
  const row = await database.meetingRequest.findFirst({
    where: { id, state: { not: 'withdrawn' } },
    select: requestColumns,
  });
  const evening =
    row === null
      ? await database.gatheringAgendaItem.findFirst({
          where: { id, state: { not: 'withdrawn' } },
          select: gatheringColumns,
        })
      : null;
  const found = row !== null ? requestWork(row, actor, now) : evening !== null ? gatheringWork(evening) : null;
  if (found === null) return null;
  const access = accessTo(actor, found.body.id);
  return access === 'work' || access === 'read' ? { ...found, access } : null;
}
