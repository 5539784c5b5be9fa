import type { Database } from '#app/platform/database.server.ts';
import { portfoliosComeFor } from '../taking-part.store.server.ts';

/** Portfolios that a promise can be for: those that somebody comes for, or for crew those that anybody does. */
export async function portfolioChoices(
  database: Database,
  whose: { gatheringId: string; registrationId: string | null },
): Promise<{ value: string; label: string }[]> {
  return (await portfoliosComeFor(database, whose)).map(({ id, name }) => ({ value: id, label: name }));
}
