import type { Database } from '#app/platform/database.server.ts';
import { formatPublishedLeaf } from '../leaf.ts';
import { leafRecord } from '../leaf-record.ts';
import { lastCheckpoint } from '../log.store.server.ts';
import { trustedLog } from './in-log.query.server.ts';

const page = 500;

/** A page of published leaves that were signed, in their order; erased ones are left out. `next` is null after the last. */
export async function publishedLeaves(database: Database, from: number) {
  const [checkpoint, log] = await Promise.all([lastCheckpoint(database), trustedLog(database)]);
  const size = checkpoint?.size ?? 0;
  const rows = await database.logLeaf.findMany({
    where: { index: { gte: from, lt: Math.min(size, from + page) } },
    orderBy: { index: 'asc' },
    select: { index: true, record: true, salt: true },
  });
  const origin = log?.origin ?? '';
  const leaves = rows.flatMap(({ index, record, salt }): unknown[] => {
    if (index === null || record === null || salt === null) return [];
    const leaf = { record: leafRecord.parse(JSON.parse(record)), salt };
    return [JSON.parse(formatPublishedLeaf({ log: origin, index, leaf }))];
  });
  const next = from + page < size ? `/transparantie/regels.json?vanaf=${from + page}` : null;
  return { format: 'wijkbeurs.leaves', version: 1, log: origin, size, leaves, next };
}
