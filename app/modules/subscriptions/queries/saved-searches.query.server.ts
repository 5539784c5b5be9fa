import type { CalendarDate } from '#app/kernel/calendar-date.ts';
import { toDateColumn } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { NewsItem } from './news.query.server.ts';

/** What a question finds now, with since when it can be found and when it last changed, or came back. */
export type FoundNow = { id: string; title: string; path: string; foundAt: Instant; changedAt: Instant };

/** Searching is a module above this one, and is handed down. */
export type FindNow = (database: Database, key: string) => Promise<FoundNow[]>;

/** A saved search as a digest tells of it. */
export function newsFound({ title, path }: FoundNow, at: Instant): NewsItem {
  return { what: 'found', step: null, title, path, at };
}

/** What was told of a saved search in the mail of a period, by document: what was withdrawn since is left out by who searches again. */
export async function toldOf(
  database: Database | Transaction,
  subscriberId: string,
  key: string,
  period: CalendarDate,
): Promise<ReadonlySet<string>> {
  const rows = await database.searchSeen.findMany({
    where: { subscriberId, key, toldIn: toDateColumn(period) },
    select: { documentId: true },
  });
  return new Set(rows.map(({ documentId }) => documentId));
}
