import type { Database } from '#app/platform/database.server.ts';
import { safeParts } from '../report.ts';
import type { Tally } from '../outcome-views.ts';

/** What became of the matches and promises of a gathering until now, without numbers that tell of somebody. */
export async function tallyOf(database: Database, gatheringId: string): Promise<Tally> {
  const matches = await database.$queryRaw<{ key: string; count: number }[]>`
    select coalesce(m.outcome, 'untold') as key, count(*)::int as count
      from gathering_match g join portfolio_match m on m.id = g.match_id
      where g.gathering_id = ${gatheringId}::uuid group by 1
      order by array_position(array['together', 'sometimes', 'met', 'nothing'], min(m.outcome)) nulls last`;
  const promises = await database.$queryRaw<{ key: string; count: number }[]>`
    select case state when 'open' then 'untold' else state end as key, count(*)::int as count
      from gathering_promise where gathering_id = ${gatheringId}::uuid group by state
      order by array_position(array['kept', 'partly', 'not', 'open'], state)`;
  return { matches: safeParts(matches), promises: safeParts(promises) };
}
