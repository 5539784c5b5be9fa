import type { Database } from '#app/platform/database.server.ts';
import { hasReport } from './report.query.server.ts';

/** Which pages of an evening there is something to do or to read on, now. */
export type EveningShows = { workshops: boolean; questions: boolean; promises: boolean; report: boolean };

/** @param comes whether the reader has a place: for others workshops are only to look at, and promises are not */
export async function eveningShows(
  database: Database,
  { id: gatheringId, state }: { id: string; state: string },
  { comes }: { comes: boolean },
): Promise<EveningShows> {
  const isOn = state === 'announced' || state === 'begun';
  const workshops = isOn ? await database.gatheringWorkshop.count({ where: { gatheringId } }) : 0;
  return {
    workshops: workshops > 0,
    questions: state === 'begun',
    promises: state === 'begun' || (state === 'closed' && comes),
    report: state === 'closed' && (await hasReport(database, gatheringId)),
  };
}
