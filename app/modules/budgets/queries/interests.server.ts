import type { Database } from '#app/platform/database.server.ts';

/** Of these decisions, those about a plan in which the person has an interest. @returns ids of decisions */
export async function interestingDecisions(
  database: Database,
  personId: string,
  decisionIds: readonly string[],
): Promise<Set<string>> {
  if (decisionIds.length === 0) return new Set();
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id::text from decision
      where id = any(${[...decisionIds]}::uuid[]) and initiative_id is not null
        and interest_of(${personId}::uuid, initiative_id) is not null`;
  return new Set(rows.map(({ id }) => id));
}

/** Of these people, those whom an interest keeps away from money of this decision or small spending. @returns their ids */
export async function interestedPeople(
  database: Database,
  personIds: readonly string[],
  { decisionId, spendingId }: { decisionId: string | null; spendingId: string | null },
): Promise<Set<string>> {
  if (personIds.length === 0 || (decisionId === null && spendingId === null)) return new Set();
  const rows = await database.$queryRaw<{ id: string }[]>`
    select p.id::text from person p
      where p.id = any(${[...personIds]}::uuid[])
        and (spending_interest_of(p.id, ${spendingId}::uuid) is not null
          or exists (select 1 from decision d where d.id = ${decisionId}::uuid and d.initiative_id is not null
            and interest_of(p.id, d.initiative_id) is not null))`;
  return new Set(rows.map(({ id }) => id));
}
