import type { Database } from '#app/platform/database.server.ts';
import { retentionKinds, type RetentionKind } from '../retention.ts';

/** Rows that are removed in one transaction. */
const rowsAtOnce = 500;

/**
 * Removes everything that is past its period, a piece at a time: each piece is removed and counted in one transaction, so who is
 * stopped halfway goes on where it was. What is past its period the database judges, by its own clock.
 * @param atOnce rows of one piece
 * @returns how many rows of each kind were removed
 */
export async function removePastRetention(
  database: Database,
  atOnce: number = rowsAtOnce,
): Promise<Map<RetentionKind, number>> {
  const removed = new Map<RetentionKind, number>();
  for (const kind of retentionKinds) {
    for (;;) {
      const [piece] = await database.$queryRaw<{ count: number }[]>`
        select remove_past_retention(${kind}, ${atOnce}::int) as count`;
      const count = piece?.count ?? 0;
      if (count === 0) break;
      removed.set(kind, (removed.get(kind) ?? 0) + count);
    }
  }
  return removed;
}
