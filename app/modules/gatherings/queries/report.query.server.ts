import { isSlug } from '#app/modules/initiatives/slug.ts';
import type { Actor } from '#app/modules/people/actor.ts';
import type { Database } from '#app/platform/database.server.ts';
import { accessOf } from '../gathering.store.server.ts';
import { reportNumbers, safeNumber, type ReportNumbers } from '../report.ts';
import { countWhoCame, reportNames, type ReportNames } from '../report.store.server.ts';
import type { Pile, ReportDesk, ReportView } from '../outcome-views.ts';
import { agendaItemsOf } from './agenda-items.query.server.ts';
import { cardColumns, gatheringCard, type CardRow } from './public-gathering.query.server.ts';
import { gatheredAt, type Gathered } from './gathered.query.server.ts';
import { tallyOf } from './tally.query.server.ts';

const columns = { id: true, ...cardColumns, report: { include: { omissions: true } } } as const;

type Row = CardRow & {
  id: string;
  report: {
    intro: string;
    publishedAt: Date | null;
    numbers: unknown;
    revision: number;
    omissions: { subjectId: string }[];
  } | null;
};

/** The report of a gathering, when it is published; names of who agrees now. */
export async function publicReport(database: Database, slug: string): Promise<ReportView | null> {
  if (!isSlug(slug)) return null;
  const row = await database.gathering.findFirst({
    where: { slug, state: 'closed', report: { publishedAt: { not: null } } },
    select: columns,
  });
  if (row === null) return null;
  return shownReport(database, row, {
    gathered: await gatheredAt(database, row.id),
    names: await reportNames(database, row.id),
    numbers: reportNumbers(row.report?.numbers),
  });
}

/** Whether a gathering has a published report. */
export async function hasReport(database: Database, gatheringId: string): Promise<boolean> {
  return (await database.gatheringReport.count({ where: { gatheringId, publishedAt: { not: null } } })) > 0;
}

/** Everything that was gathered, for who runs the gathering; null for anybody else. */
export async function reportDesk(database: Database, actor: Actor, slug: string): Promise<ReportDesk | null> {
  if (!isSlug(slug)) return null;
  const row = await database.gathering.findUnique({ where: { slug }, select: columns });
  if (row === null || (await accessOf(database, actor, row.id)) !== 'run') return null;
  const [gathered, names] = [await gatheredAt(database, row.id), await reportNames(database, row.id)];
  const isOut = row.report?.publishedAt != null;
  const numbers = isOut ? reportNumbers(row.report?.numbers) : await countWhoCame(database, row.id);
  const leftOut = new Set(row.report?.omissions.map(({ subjectId }) => subjectId));
  const typed = await database.gatheringPromise.findMany({
    where: { gatheringId: row.id, registrationId: null, isNamed: true },
    select: { id: true, promiser: true },
    orderBy: { promiser: 'asc' },
  });
  return {
    id: row.id,
    revision: row.report?.revision ?? 0,
    names: names.mark,
    isClosed: row.state === 'closed',
    shown: await shownReport(database, row, { gathered, names, numbers }),
    all: withNames(gathered, names),
    leftOut: [...leftOut],
    typedNames: typed.filter(({ id }) => !leftOut.has(id)).map(({ promiser }) => promiser),
  };
}

async function shownReport(
  database: Database,
  row: Row,
  { gathered, names, numbers }: { gathered: Gathered; names: ReportNames; numbers: ReportNumbers },
): Promise<ReportView> {
  const leftOut = new Set(row.report?.omissions.map(({ subjectId }) => subjectId));
  const kept = <Item extends { id: string }>(items: readonly Item[]) => items.filter(({ id }) => !leftOut.has(id));
  const keptPiles = <Item extends { id: string }>(piles: readonly Pile<Item>[]) =>
    piles.map(({ name, items }) => ({ name, items: kept(items) })).filter(({ items }) => items.length > 0);
  const { clusters, piles, matches, promises } = withNames(gathered, names);
  return {
    gathering: gatheringCard(row),
    intro: row.report?.intro ?? '',
    publishedAt: row.report?.publishedAt ?? null,
    numbers,
    clusters: keptPiles(clusters),
    piles: keptPiles(piles),
    matches: kept(matches),
    drafts: safeNumber(gathered.drafts),
    promises: kept(promises),
    names: names.people,
    items: await agendaItemsOf(database, { gatheringId: row.id }),
    tally: await tallyOf(database, row.id),
  };
}

function withNames(gathered: Gathered, { promisers }: ReportNames) {
  const { clusters, piles, matches } = gathered;
  const promises = gathered.promises.map((promise) => ({ ...promise, promiser: promisers.get(promise.id) ?? '' }));
  return { clusters, piles, matches, promises };
}

/** Gatherings with a published report, the last one first. */
export async function latestReports(database: Database, most: number) {
  const rows = await database.gathering.findMany({
    where: { state: 'closed', report: { publishedAt: { not: null } } },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
    take: most,
    select: cardColumns,
  });
  return rows.map(gatheringCard);
}
