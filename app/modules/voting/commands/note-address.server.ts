import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';
import { isMarked, thresholds } from '../signal.ts';
import { noteSignal } from './note-signal.server.ts';

/**
 * Many ballots came from one network address within an hour: a school, a library, or somebody with a stack of cards.
 * @param count ballots from there so far; the address itself is not told
 */
export async function noteManyFromAddress(
  database: Database,
  { voteId, count }: { voteId: string; count: number },
  now: Instant,
): Promise<void> {
  if (isMarked(count, thresholds.address)) await noteSignal(database, { voteId, kind: 'address', amount: count }, now);
}
