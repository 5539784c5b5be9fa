import type { Instant } from '#app/kernel/instant.ts';
import type { Transaction } from '#app/platform/database.server.ts';
import { enqueue } from '#app/platform/jobs.server.ts';
import type { Change } from '../change.ts';
import { insertChange } from '../change.store.server.ts';
import { mailChangeWaiting } from '../jobs.server.ts';

/**
 * Proposes a change within the caller's transaction, for another person to approve, who gets a mail. Whoever calls has checked
 * who may, and that the change is sound.
 * @returns id of the change
 */
export async function proposeWithin(
  tx: Transaction,
  change: Change,
  by: { id: string; proposerId: string; at: Instant },
): Promise<string> {
  const id = await insertChange(tx, change, by);
  await enqueue(tx, mailChangeWaiting, { changeId: id }, `mail-change-waiting:${id}`);
  return id;
}
