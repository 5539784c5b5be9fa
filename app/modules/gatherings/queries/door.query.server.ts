import type { Database } from '#app/platform/database.server.ts';
import type { DoorLine } from '../views.ts';

/**
 * Everybody who may be at the door, by name: who has a place, who waits for one, and who cancelled and came after all. The caller asks
 * whether the actor may stand there.
 */
export async function doorList(database: Database, gatheringId: string): Promise<DoorLine[]> {
  const rows = await database.gatheringRegistration.findMany({
    where: { gatheringId, erasedAt: null, confirmedAt: { not: null } },
    select: { id: true, name: true, doorCode: true, arrivedAt: true, comesFrom: true, state: true },
  });
  return rows
    .map(({ state, ...line }) => ({ ...line, hasPlace: state === 'confirmed' }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
}
