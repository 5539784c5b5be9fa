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
      where id = any(${decisions}::uuid[]) and interest_in_decision(${personId}::uuid, id) is not null
    union all
    select id::text from small_spending
      where id = any(${spendings}::uuid[]) and spending_interest_of(${personId}::uuid, id) is not null`;
  return new Set(rows.map(({ id }) => id));
}

/** Whether a change is about money in which the person has an interest, as `interestingGrounds` found them. */
export function hasInterest(interests: ReadonlySet<string>, { decisionId, spendingId }: GroundIds): boolean {
  return interests.has(decisionId ?? spendingId ?? '');
}

/** Of these people, those whom an interest keeps away from money of this decision or small spending. @returns their ids */
export async function interestedPeople(
  database: Database,
  personIds: readonly string[],
  { decisionId, spendingId }: GroundIds,
): Promise<Set<string>> {
  if (personIds.length === 0 || (decisionId === null && spendingId === null)) return new Set();
  const rows = await database.$queryRaw<{ id: string }[]>`
    select p.id::text from person p
      where p.id = any(${[...personIds]}::uuid[])
        and (spending_interest_of(p.id, ${spendingId}::uuid) is not null
          or interest_in_decision(p.id, ${decisionId}::uuid) is not null)`;
  return new Set(rows.map(({ id }) => id));
}
