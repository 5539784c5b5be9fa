import { fromDateColumn, parseCalendarDate, toDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { readLedgerDay, type LedgerDay } from '../ledger-day.ts';

/** A day of the ledger as it was published. */
export type PublishedDayView = {
  day: CalendarDate;
  /** How often it was corrected since. */
  corrections: number;
  sha256: string;
  publishedAt: Instant;
  content: LedgerDay;
};

export type PublishedDayFile = { text: string; sha256: string; version: number };

/**
 * @param version as which it was published; null: the last
 * @returns null when no such day was published
 */
export async function publishedDayFile(
  database: Database,
  text: string,
  version: number | null = null,
): Promise<PublishedDayFile | null> {
  const day = parseCalendarDate(text);
  if (day === null) return null;
  return database.publishedLedgerDay.findFirst({
    where: { day: toDateColumn(day), ...(version === null ? {} : { version }) },
    orderBy: { version: 'desc' },
    select: { text: true, sha256: true, version: true },
  });
}

export async function publishedDay(database: Database, text: string): Promise<PublishedDayView | null> {
  const day = parseCalendarDate(text);
  if (day === null) return null;
  const row = await database.publishedLedgerDay.findFirst({
    where: { day: toDateColumn(day) },
    orderBy: { version: 'desc' },
  });
  return row === null ? null : dayView(row);
}

/** Which of these days stand in the log, each once, so that a page can lead from an entry to the proof of its day. */
export async function daysInLog(database: Database, days: readonly CalendarDate[]): Promise<CalendarDate[]> {
  const rows = await database.publishedLedgerDay.findMany({
    where: { day: { in: [...new Set(days)].map(toDateColumn) }, version: 1 },
    orderBy: { day: 'asc' },
    select: { day: true },
  });
  return rows.map(({ day }) => fromDateColumn(day));
}

/** Names of its lines as they are now, by slug: the file itself names them by slug only. */
export async function lineNames(database: Database, { content }: PublishedDayView): Promise<Record<string, string>> {
  const slugs = content.lines.map(({ slug }) => slug);
  const funds = await database.fund.findMany({ where: { slug: { in: slugs } }, select: { slug: true, name: true } });
  return Object.fromEntries(funds.map(({ slug, name }) => [slug, name]));
}

export const daysOnPage = 50;

/** The newest first, each as it was published last. */
export async function publishedDays(
  database: Database,
  page: number,
): Promise<{ days: PublishedDayView[]; count: number }> {
  const [rows, days] = await Promise.all([
    database.publishedLedgerDay.findMany({
      distinct: ['day'],
      orderBy: [{ day: 'desc' }, { version: 'desc' }],
      skip: (page - 1) * daysOnPage,
      take: daysOnPage,
    }),
    database.publishedLedgerDay.count({ where: { version: 1 } }),
  ]);
  return { days: rows.map(dayView), count: days };
}

function dayView(row: {
  day: Date;
  version: number;
  text: string;
  sha256: string;
  publishedAt: Date;
}): PublishedDayView {
  const { version, sha256, publishedAt } = row;
  return {
    day: fromDateColumn(row.day),
    corrections: version - 1,
    sha256,
    publishedAt,
    content: readLedgerDay(row.text),
  };
}
