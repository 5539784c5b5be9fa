import type { Instant } from '#app/kernel/instant.ts';
import { accepted, type Outcome } from '#app/kernel/outcome.ts';
import { eraseLeaf } from '#app/modules/transparency/commands/erase-leaf.server.ts';
import { inTransaction, type Database } from '#app/platform/database.server.ts';

type EraseRefusal = 'leaf-unknown' | 'leaf-erased' | 'reason-missing' | 'minutes-not-mended';

/**
 * Erases what a leaf of the log is of, and where that is a version of minutes its words too, so that a name that should not have been
 * there stands nowhere any more. A mended version must be public first.
 * @param line place in the log, from 0
 * @param reason why; 3 to 500 characters that name nobody
 */
export async function eraseFromLog(
  given: { line: number; reason: string },
  { database, now }: { database: Database; now: Instant },
): Promise<Outcome<void, EraseRefusal>> {
  return inTransaction<void, EraseRefusal, 'minutes-not-mended'>(
    { database },
    async (tx) => {
      const leaf = await tx.logLeaf.findUnique({
        where: { index: given.line },
        select: { subject: true, record: true },
      });
      const erased = await eraseLeaf(tx, given, now);
      if (!erased.ok) return erased;
      const publications = await tx.minutesPublication.findMany({
        where: { version: { minutes: { number: leaf?.subject ?? '' } } },
        select: { versionId: true, receipt: true },
      });
      const versionId = publications.find(({ receipt }) => leaf?.record?.includes(receipt) === true)?.versionId;
      if (versionId === undefined) return accepted();
      await tx.minutesPublication.update({ where: { versionId }, data: { published: '' } });
      return accepted();
    },
    { refusals: { minutes_publication_stays: 'minutes-not-mended' } },
  );
}
