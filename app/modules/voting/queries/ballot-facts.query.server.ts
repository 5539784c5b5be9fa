import type { Database } from '#app/platform/database.server.ts';
import { ballotRules, type BallotRules } from '../ballot-rules.store.server.ts';

/** What the page with the last button needs to take a ballot; null: no such vote was announced. */
export async function ballotFacts(database: Database, slug: string): Promise<Omit<BallotRules, 'salt'> | null> {
  const rules = await ballotRules(database, slug);
  if (rules === null) return null;
  const { salt: _salt, ...facts } = rules;
  return facts;
}
