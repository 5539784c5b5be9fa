import { isId } from '#app/kernel/ids.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';

/**
 * Counts a code that does not exist, for who runs the vote: how many in an hour, not from where.
 * @returns how many within the hour so far
 */
export async function noteWrongCode(database: Database, voteId: string, now: Instant): Promise<number> {
  if (!isId(voteId)) return 0;
  const [row] = await database.$queryRaw<{ tries: number }[]>`
    insert into vote_wrong_codes (vote_id, hour, tries) values (${voteId}::uuid, date_trunc('hour', ${now}::timestamptz), 1)
      on conflict (vote_id, hour) do update set tries = vote_wrong_codes.tries + 1
      returning tries`;
  return row?.tries ?? 0;
}
