import type { Database } from '#app/platform/database.server.ts';

/** What money was promised by: at most one of the two. */
export type GroundIds = { decisionId: string | null; spendingId: string | null };

/**
 * Of these decisions and small spendings, those in which the person has an interest: rule 2 keeps them away from the money.
 * @returns ids of decisions and of small spendings
 */
export async function interestingGrounds(
  database: Database,
  personId: string,
  grounds: readonly GroundIds[],
): Promise<Set<string>> {
  const decisions = grounds.flatMap(({ decisionId }) => (decisionId === null ? [] : [decisionId]));
  const spendings = grounds.flatMap(({ spendingId }) => (spendingId === null ? [] : [spendingId]));
  if (decisions.length + spendings.length === 0) return new Set();
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id::text from decision
      where id = any(${decisions}::uuid[]) and initiative_id is not null
        and interest_of(${personId}::uuid, initiative_id) is not null
    union all
    select id::text from small_spending
      where id = any(${spendings}::uuid[]) and spending_interest_of(${personId}::uuid, id) is not null`;
  return new Set(rows.map(({ id }) => id));
}

/** Whether a change is about money in which the person has an interest, as `interestingGrounds` found them. */
export function hasInterest(interests: ReadonlySet<string>, { decisionId, spendingId }: GroundIds): boolean {
  return interests.has(decisionId ?? spendingId ?? '');
}
