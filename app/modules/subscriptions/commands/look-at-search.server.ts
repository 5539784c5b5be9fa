import { addDays, toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { Period } from '../period.ts';
import type { FindNow, FoundNow } from '../queries/saved-searches.query.server.ts';

/** What a saved search did not find for so many days is forgotten: when it is found again, that is news. */
const forgottenAfterDays = 30;

/** A question that is looked at, and what it finds. */
type Looked = { subscriberId: string; key: string; hits: readonly FoundNow[] };

const which = ({ subscriberId, key }: Pick<Looked, 'subscriberId' | 'key'>) => ({ subscriberId, kind: 'search', key });

/**
 * Remembers what a question finds on the day that somebody begins to follow it, which is no news to them. Once; the same job again
 * changes nothing.
 */
export async function lookFirst(
  { database, findNow }: { database: Database; findNow: FindNow },
  given: { subscriberId: string; key: string },
  now: Instant,
): Promise<void> {
  const hits = await findNow(database, given.key);
  await database.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from subscriber where id = ${given.subscriberId}::uuid for update`;
    const row = await tx.subscription.findFirst({
      where: { ...which(given), lookedAt: null },
      select: { since: true },
    });
    if (row === null) return;
    const before = hits.filter(({ changedAt }) => changedAt < row.since);
    await remember(tx, { ...given, hits: before }, now, null);
    await tx.subscription.updateMany({ where: which(given), data: { lookedAt: now } });
  });
}

/**
 * What a saved search finds that it did not find before: what came, what changed so that it is found now, and what came back. It is
 * remembered with the period in which it is told.
 * @param tx in which the row of the subscriber is locked
 */
export async function newlyFound(
  tx: Transaction,
  { subscriberId, key, hits }: Looked,
  { day, until }: Period,
  from: Instant,
): Promise<FoundNow[]> {
  const row = await tx.subscription.findFirst({
    where: which({ subscriberId, key }),
    select: { since: true, lookedAt: true },
  });
  if (row === null) return [];
  // what changed after the end of the period is for the next
  const there = hits.filter(({ changedAt }) => changedAt < until);
  const seen = await tx.searchSeen.findMany({ where: { subscriberId, key }, select: { documentId: true } });
  const known = new Set(seen.map(({ documentId }) => documentId));
  const begin = row.since > from ? row.since : from;
  const isNews = ({ id, foundAt, changedAt }: FoundNow): boolean =>
    !known.has(id) && (row.lookedAt === null ? foundAt : changedAt) >= begin;
  const news = there.filter(isNews);
  const told = new Set(news.map(({ id }) => id));
  await remember(tx, { subscriberId, key, hits: there.filter(({ id }) => !told.has(id)) }, until, null);
  await remember(tx, { subscriberId, key, hits: news }, until, day);
  await tx.searchSeen.deleteMany({
    where: { subscriberId, key, seenAt: { lt: toDateColumn(addDays(day, -forgottenAfterDays)) } },
  });
  if (row.lookedAt === null)
    await tx.subscription.updateMany({ where: which({ subscriberId, key }), data: { lookedAt: until } });
  return news;
}

/** @param toldIn the period in whose mail it is; null for what is no news */
async function remember(
  tx: Transaction,
  { subscriberId, key, hits }: Looked,
  at: Instant,
  toldIn: Period['day'] | null,
): Promise<void> {
  if (hits.length === 0) return;
  await tx.$executeRaw`
    insert into search_seen (subscriber_id, kind, key, document_id, seen_at, told_in)
      select ${subscriberId}::uuid, 'search', ${key}, id, ${at}, ${toldIn}::date from unnest(${hits.map(({ id }) => id)}::text[]) id
      on conflict (subscriber_id, kind, key, document_id) do update set seen_at = excluded.seen_at`;
}
