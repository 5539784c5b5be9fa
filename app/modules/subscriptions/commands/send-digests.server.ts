import { toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import { mailDigest } from '../jobs.server.ts';
import { duePeriod, type Period } from '../period.ts';
import { kindOf } from '../queries/following.query.server.ts';
import { newsAndHits } from '../queries/news.query.server.ts';
import { newsFound, type FindNow } from '../queries/saved-searches.query.server.ts';
import { rhythms, type Rhythm } from '../subject.ts';
import { newlyFound } from './look-at-search.server.ts';

/** Subscribers that are looked up at once. */
const atOnce = 200;

/**
 * Makes the digest of the period that is due for everybody who has none of it yet: one row and, where something happened, one mail
 * in one transaction for each. Stopped half-way it goes on with the others; twice, or two at once, adds nothing.
 * @returns how many mails were queued
 */
export async function sendDigests(database: Database, now: Instant, findNow: FindNow): Promise<number> {
  let queued = 0;
  for (const rhythm of rhythms) {
    const period = duePeriod(rhythm, now);
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const ids = await waiting(database, rhythm, period, after);
      for (const id of ids) if (await digestOf({ database, findNow }, id, rhythm, period)) queued += 1;
      after = ids.at(-1) ?? after;
      if (ids.length < atOnce) break;
    }
  }
  return queued;
}

async function waiting(database: Database, rhythm: Rhythm, { day, until }: Period, after: string): Promise<string[]> {
  const rows = await database.subscriber.findMany({
    where: {
      rhythm,
      confirmedAt: { not: null },
      toldUntil: { lt: until },
      id: { gt: after },
      digests: { none: { period: toDateColumn(day) } },
    },
    orderBy: { id: 'asc' },
    take: atOnce,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** @returns whether a mail was queued */
async function digestOf(
  { database, findNow }: { database: Database; findNow: FindNow },
  subscriberId: string,
  rhythm: Rhythm,
  period: Period,
): Promise<boolean> {
  return database.$transaction(async (tx) => {
    // two at once wait for each other here, and the second finds the row of the first
    await tx.$queryRaw`select 1 from subscriber where id = ${subscriberId}::uuid for update`;
    const row = await tx.subscriber.findUnique({
      where: { id: subscriberId },
      select: {
        rhythm: true,
        toldUntil: true,
        followed: { select: { kind: true, key: true } },
        digests: { where: { period: toDateColumn(period.day) }, select: { period: true } },
      },
    });
    if (row === null || row.digests.length > 0 || row.rhythm !== rhythm || row.toldUntil >= period.until) return false;
    const between = { from: row.toldUntil, until: period.until };
    const subjects = row.followed.map(({ kind, key }) => ({ kind: kindOf(kind), key }));
    const items = await newsAndHits(tx, subjects, between, async (key) => {
      const hits = await findNow(database, key);
      const news = await newlyFound(tx, { subscriberId, key, hits }, period, between.from);
      return news.map((one) => newsFound(one, period.until));
    });
    await tx.digest.create({
      data: {
        subscriberId,
        period: toDateColumn(period.day),
        fromMoment: between.from,
        untilMoment: between.until,
        itemCount: items.length,
      },
    });
    if (items.length === 0) return false;
    await enqueue(tx, mailDigest, { subscriberId, period: period.day }, `mail-digest:${subscriberId}:${period.day}`);
    return true;
  });
}
