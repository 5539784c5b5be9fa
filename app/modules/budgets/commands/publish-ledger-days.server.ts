import { createHash } from 'node:crypto';
import { addDays, dayInAmsterdam, fromDateColumn, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import { canonicalJson } from '#app/kernel/canonical-json.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { recordLeaf } from '#app/modules/transparency/commands/record-leaf.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { daysWithEntries, ledgerDayNow } from '../queries/ledger-day.server.ts';

/** Enough for a transaction that others wait for. */
const daysAtOnce = 40;

/**
 * Publishes every day of the ledger that is over and has no file yet, each with its leaf in the log; and a next version of a
 * day that was published, with a correction, where an entry was dated back to it or before it. Bears a second run, and makes
 * up for nights on which it did not run.
 * @returns how many files were published
 */
export async function publishLedgerDays(database: Database, now: Instant): Promise<number> {
  const today = dayInAmsterdam(now);
  const days = await database.$transaction(async (tx) =>
    daysWithEntries(tx, { from: await firstToLookAt(tx), before: today }),
  );
  let published = 0;
  for (let at = 0; at < days.length; at += daysAtOnce)
    published += await database.$transaction(
      async (tx) => {
        // two that publish at once wait for each other here
        await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('publish-ledger-days', 0))`;
        let count = 0;
        for (const day of days.slice(at, at + daysAtOnce)) if (await publishDay(tx, day, now)) count += 1;
        return count;
      },
      { maxWait: 10_000, timeout: 120_000 },
    );
  return published;
}

/**
 * The earliest day that an entry of since the last time is about; null: all of them. A day is taken off, for what was being
 * written while it ran.
 */
async function firstToLookAt(tx: Transaction): Promise<CalendarDate | null> {
  const { _max: last } = await tx.publishedLedgerDay.aggregate({ _max: { day: true, publishedAt: true } });
  if (last.day === null || last.publishedAt === null) return null;
  const [row] = await tx.$queryRaw<{ day: Date | null }[]>`
    select min(amsterdam_day(occurred_at)) as day from ledger_entry
    where batch_id is null and recorded_at > ${last.publishedAt}::timestamptz - interval '1 day'`;
  const since = addDays(fromDateColumn(last.day), 1);
  if (row?.day == null) return since;
  const entered = fromDateColumn(row.day);
  return entered < since ? entered : since;
}

async function publishDay(tx: Transaction, day: CalendarDate, now: Instant): Promise<boolean> {
  const content = await ledgerDayNow(tx, day);
  const text = canonicalJson(content);
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex');
  const last = await tx.publishedLedgerDay.findFirst({
    where: { day: toDateColumn(day) },
    orderBy: { version: 'desc' },
  });
  if (last?.sha256 === sha256) return false;
  const version = (last?.version ?? 0) + 1;
  await tx.publishedLedgerDay.create({ data: { day: toDateColumn(day), version, text, sha256, publishedAt: now } });
  const publishedOn = dayInAmsterdam(now);
  if (version === 1) await recordLeaf(tx, { kind: 'ledger-day', version: 1, day, totals: content.totals, sha256 }, now);
  else
    await recordLeaf(
      tx,
      { kind: 'correction', version: 1, corrects: { kind: 'ledger-day', day }, publishedOn, sha256 },
      now,
    );
  return true;
}
