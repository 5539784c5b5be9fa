import { fromDateColumn, parseCalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { actionRoles, actionStates, dueKinds, isLate, oneOf, sourceKinds, updateKinds } from '../action.ts';
import type { ActionLine, ActionOrigin, ActionUpdateView } from '../views.ts';

/** Columns of an action on a list; nothing of the person who owns it. */
export const lineColumns = {
  number: true,
  title: true,
  ownerWords: true,
  dueKind: true,
  dueOn: true,
  state: true,
  closedAt: true,
  publishedAt: true,
  createdAt: true,
  body: { select: { slug: true, name: true } },
  ownerOrganisation: { select: { slug: true, name: true } },
} as const;

type LineRow = {
  number: number;
  title: string;
  ownerWords: string;
  dueKind: string;
  dueOn: Date | null;
  state: string;
  closedAt: Date | null;
  publishedAt: Date | null;
  createdAt: Date;
  body: { slug: string; name: string };
  ownerOrganisation: { slug: string; name: string } | null;
};

export function lineOf(row: LineRow, now: Instant): ActionLine {
  const on = row.dueOn === null ? null : fromDateColumn(row.dueOn);
  return {
    number: row.number,
    title: row.title,
    body: row.body,
    owner: { organisation: row.ownerOrganisation, words: row.ownerWords },
    due: { kind: oneOf(dueKinds, row.dueKind, 'day'), on, isLate: isLate({ state: row.state, dueOn: on }, now) },
    state: oneOf(actionStates, row.state, 'open'),
    closedAt: row.closedAt,
    since: row.publishedAt ?? row.createdAt,
  };
}

/** What a page about one action needs besides. */
export const pageColumns = {
  ...lineColumns,
  id: true,
  explanation: true,
  source: true,
  meeting: { select: { slug: true, title: true, state: true } },
  decision: { select: { number: true, title: true } },
  promise: {
    select: { gathering: { select: { slug: true, title: true, report: { select: { publishedAt: true } } } } },
  },
  follows: { select: { number: true, publishedAt: true, body: { select: { name: true } } } },
  followedBy: { select: { number: true, publishedAt: true, body: { select: { name: true } } } },
  updates: {
    orderBy: { revision: 'asc' },
    select: { revision: true, kind: true, text: true, byRole: true, happenedAt: true },
  },
} as const;

type Neighbour = { number: number; publishedAt: Date | null; body: { name: string } } | null;

type PageRow = LineRow & {
  source: string;
  meeting: { slug: string; title: string; state: string } | null;
  decision: { number: string | null; title: string } | null;
  promise: { gathering: { slug: string; title: string; report: { publishedAt: Date | null } | null } } | null;
  follows: Neighbour;
  followedBy: Neighbour;
  updates: { revision: number; kind: string; text: string; byRole: string; happenedAt: Date }[];
};

const neighbour = (row: Neighbour) => (row?.publishedAt == null ? null : { number: row.number, body: row.body.name });

export function originOf({ source, meeting, decision, promise, follows, followedBy }: PageRow): ActionOrigin {
  const gathering = promise?.gathering;
  return {
    kind: oneOf(sourceKinds, source, 'by-hand'),
    meeting: meeting?.state === 'announced' ? { slug: meeting.slug, title: meeting.title } : null,
    decision: decision?.number == null ? null : { number: decision.number, title: decision.title },
    gathering: gathering?.report?.publishedAt == null ? null : { slug: gathering.slug, title: gathering.title },
    before: neighbour(follows),
    after: neighbour(followedBy),
  };
}

/** Its history; for everybody from when it was public on, because what was written before was for colleagues. */
export function updatesOf({ updates, publishedAt }: PageRow, forEverybody: boolean): ActionUpdateView[] {
  return updates
    .filter(({ happenedAt }) => !forEverybody || (publishedAt !== null && happenedAt >= publishedAt))
    .map(({ revision, kind, text, byRole, happenedAt }) => {
      const moved = kind === 'changed' ? movedBy(text) : null;
      return {
        key: String(revision),
        kind: oneOf(updateKinds, kind, 'changed'),
        text: moved === null ? text : '',
        role: oneOf(actionRoles, byRole, 'editor'),
        happenedAt,
        moved,
      };
    });
}

/** The text of a change holds the day before and after, as `2026-12-01>2026-12-15`. */
function movedBy(text: string): ActionUpdateView['moved'] {
  const parts = /^(\d{4}-\d{2}-\d{2})?>(\d{4}-\d{2}-\d{2})?$/.exec(text);
  return parts === null ? null : { from: parseCalendarDate(parts[1] ?? ''), to: parseCalendarDate(parts[2] ?? '') };
}
