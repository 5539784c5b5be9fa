import type { Instant } from '#app/kernel/instant.ts';
import type { Database } from '#app/platform/database.server.ts';

/** How many claims of an activity were not answered yet. */
export async function waitingClaims(database: Database, activityId: string): Promise<number> {
  return database.allowanceClaim.count({ where: { activityId, state: 'claimed' } });
}

/**
 * How many claims of a body a coordinator can answer: not their own, nor what they typed over themselves (rule 1), nor those
 * of an activity in which they have an interest (rule 2).
 * @param before only those that were made before
 */
export async function coordinatedWaiting(
  database: Database,
  { bodyId, personId, before }: { bodyId: string; personId: string; before: Instant },
): Promise<number> {
  const [row] = await database.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from allowance_claim c join activity a on a.id = c.activity_id
      where c.state = 'claimed' and c.claimed_at < ${before} and a.body_id = ${bodyId}::uuid
        and ${personId}::uuid not in (c.person_id, c.claimed_by_id)
        and interest_in_promise(${personId}::uuid, a.decision_id, a.spending_id) is null`;
  return row?.count ?? 0;
}
