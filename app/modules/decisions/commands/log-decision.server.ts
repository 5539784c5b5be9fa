import type { Instant } from '#app/kernel/instant.ts';
import { recordLeaf } from '#app/modules/transparency/commands/record-leaf.server.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import { readPublished, type PublishedDecision } from '../published.ts';

/**
 * Puts a decision in the transparency log, in the transaction that publishes it; and, where it takes the place of another,
 * that the other was corrected.
 */
export async function logDecision(
  tx: Transaction,
  { publication, receipt }: { publication: PublishedDecision; receipt: string },
  now: Instant,
): Promise<void> {
  const { number, publishedOn } = publication;
  await recordLeaf(tx, { kind: 'decision', version: 1, number, publishedOn, sha256: receipt }, now);
  if (publication.replaces === null) return;
  const corrects = { kind: 'decision', number: publication.replaces } as const;
  await recordLeaf(tx, { kind: 'correction', version: 1, corrects, publishedOn, sha256: receipt }, now);
}

/** So many in one transaction. */
const page = 100;

/**
 * Puts in the log what was published before there was one. Runs at every start: what is there already stays.
 * @returns how many decisions were put in
 */
export async function logEarlierDecisions(database: Database, now: Instant): Promise<number> {
  let logged = 0;
  for (;;) {
    const count = await database.$transaction(async (tx) => {
      // two that start at once wait for each other here
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('log-earlier-decisions', 0))`;
      const rows = await tx.$queryRaw<{ published: unknown; receipt: string }[]>`
        select published, receipt from decision d
        where state = 'confirmed' and number is not null
          and not exists (select from log_leaf l where l.kind = 'decision' and l.subject = d.number)
        order by number limit ${page}`;
      for (const { published, receipt } of rows)
        await logDecision(tx, { publication: readPublished(published), receipt }, now);
      return rows.length;
    });
    logged += count;
    if (count < page) return logged;
  }
}
