import { z } from 'zod';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { Passage } from './minutes-content.ts';

const passages = z.array(z.object({ key: z.string(), text: z.string() }));

/** What may be published of a version, as it was redacted and released; null: nobody released it. */
export async function releasedPassages(tx: Database | Transaction, versionId: string): Promise<Passage[] | null> {
  const row = await tx.redaction.findUnique({ where: { versionId }, select: { state: true, released: true } });
  return row?.state === 'released' ? passages.parse(row.released) : null;
}
