import type { Database } from '#app/platform/database.server.ts';

/** Of these decisions, those in whose plan or recipient the person has an interest. @returns ids of decisions */
export async function interestingDecisions(
  database: Database,
  personId: string,
  decisionIds: readonly string[],
): Promise<Set<string>> {
  if (decisionIds.length === 0) return new Set();
  const rows = await database.$queryRaw<{ id: string }[]>`
    select id::text from decision
      where id = any(${[...decisionIds]}::uuid[]) and interest_in_decision(${personId}::uuid, id) is not null`;
  return new Set(rows.map(({ id }) => id));
}
