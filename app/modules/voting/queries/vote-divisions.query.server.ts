import type { Database } from '#app/platform/database.server.ts';
import { divisionsOfVote } from '../category.store.server.ts';
import type { Division } from '../division.ts';

/** Ready-made categories for the plans of a vote that is being prepared. */
export async function voteDivisions(database: Database, voteId: string): Promise<Division[]> {
  return divisionsOfVote(database, voteId);
}
