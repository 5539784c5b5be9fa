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
