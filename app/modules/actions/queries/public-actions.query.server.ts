import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Prisma } from '#app/platform/prisma/client.ts';
import { actionPageSize, type ActionFilter } from '../action-filter.ts';
import type { ActionLine, PublicAction } from '../views.ts';
import { lineColumns, lineOf, originOf, pageColumns, updatesOf } from './action-rows.server.ts';

/** Who looks, and when: lateness and "mine" depend on it. */
export type Reader = { personId: string | null; now: Instant };

export type ActionListView = {
  lines: ActionLine[];
  total: number;
  pageCount: number;
  /** Over the whole list, whatever the filter: the first thing that somebody wants to know. */
  counts: { open: number; late: number; done: number };
  options: { bodies: { value: string; label: string }[]; years: string[] };
};

/** The public list over all bodies: open ones first, the most urgent on top. */
export async function publicActions(database: Database, filter: ActionFilter, reader: Reader): Promise<ActionListView> {
  const where = whereOf(filter, reader);
  const today = toDateColumn(dayInAmsterdam(reader.now));
  const isPublic = { publishedAt: { not: null } };
  const [total, open, late, done, bodies, years] = await Promise.all([
    database.action.count({ where }),
    database.action.count({ where: { ...isPublic, state: 'open' } }),
    database.action.count({ where: { ...isPublic, state: 'open', dueOn: { lt: today } } }),
    database.action.count({ where: { ...isPublic, state: 'done' } }),
    database.body.findMany({
      where: { actions: { some: isPublic } },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      select: { slug: true, name: true },
    }),
    database.$queryRaw<{ year: string }[]>`
      select distinct to_char(published_at at time zone 'Europe/Amsterdam', 'YYYY') as year from action
        where published_at is not null order by year desc`,
  ]);
  const pageCount = Math.max(1, Math.ceil(total / actionPageSize));
  const rows = await database.action.findMany({
    where,
    // open ones have no day of closing
    orderBy: [
      { closedAt: { sort: 'desc', nulls: 'first' } },
      { dueOn: { sort: 'asc', nulls: 'last' } },
      { number: 'desc' },
    ],
    skip: (Math.min(filter.page, pageCount) - 1) * actionPageSize,
    take: actionPageSize,
    select: lineColumns,
  });
  return {
    lines: rows.map((row) => lineOf(row, reader.now)),
    total,
    pageCount,
    counts: { open, late, done },
    options: {
      bodies: bodies.map(({ slug, name }) => ({ value: slug, label: name })),
      years: years.map(({ year }) => year),
    },
  };
}

function whereOf(
  { text, body, state, isMine, year }: ActionFilter,
  { personId, now }: Reader,
): Prisma.ActionWhereInput {
  const like = { contains: text.replaceAll(/[\\%_]/g, String.raw`\$&`), mode: 'insensitive' } as const;
  return {
    publishedAt:
      year === ''
        ? { not: null }
        : {
            gte: new Date(`${year}-01-01T00:00:00+01:00`),
            lt: new Date(`${String(Number(year) + 1)}-01-01T00:00:00+01:00`),
          },
    ...(body === '' ? {} : { body: { slug: body } }),
    ...(state === '' ? {} : { state: state === 'late' ? 'open' : state }),
    ...(state === 'late' ? { dueOn: { lt: toDateColumn(dayInAmsterdam(now)) } } : {}),
    ...(isMine && personId !== null ? { ownerPersonId: personId } : {}),
    ...(text === ''
      ? {}
      : {
          OR: [{ title: like }, { explanation: like }, { ownerWords: like }, { ownerOrganisation: { name: like } }],
        }),
  };
}

/** Most lines of a file with the whole list under a filter. */
const mostLines = 10_000;

/** As `publicActions`, all pages at once, for files. */
export async function allPublicActions(database: Database, filter: ActionFilter, reader: Reader) {
  const rows = await database.action.findMany({
    where: whereOf(filter, reader),
    orderBy: { number: 'asc' },
    take: mostLines,
    select: { ...lineColumns, explanation: true, source: true, decision: { select: { number: true } } },
  });
  return rows.map((row) => ({
    ...lineOf(row, reader.now),
    explanation: row.explanation,
    source: row.source,
    decision: row.decision?.number ?? null,
  }));
}

/** Reads a number of an address; null when it is none. */
export function readNumber(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}

/** One public action by its number; null when there is none, or it is not public yet. */
export async function publicAction(database: Database, number: string, now: Instant): Promise<PublicAction | null> {
  const known = readNumber(number);
  const row =
    known === null
      ? null
      : await database.action.findFirst({
          where: { number: known, publishedAt: { not: null } },
          select: pageColumns,
        });
  if (row === null) return null;
  return {
    ...lineOf(row, now),
    explanation: row.explanation,
    origin: originOf(row),
    updates: updatesOf(row, true),
  };
}

/** Public actions that follow from a decision, for its page. */
export async function actionsOfDecision(
  database: Database,
  decisionNumber: string,
  now: Instant,
): Promise<ActionLine[]> {
  const rows = await database.action.findMany({
    where: { publishedAt: { not: null }, decision: { number: decisionNumber } },
    orderBy: { number: 'asc' },
    take: 50,
    select: lineColumns,
  });
  return rows.map((row) => lineOf(row, now));
}

/** Open public actions of a body that are due first, for its page. */
export async function actionsOfBody(database: Database, bodySlug: string, now: Instant): Promise<ActionLine[]> {
  const rows = await database.action.findMany({
    where: { publishedAt: { not: null }, state: 'open', body: { slug: bodySlug } },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { number: 'asc' }],
    take: 5,
    select: lineColumns,
  });
  return rows.map((row) => lineOf(row, now));
}
