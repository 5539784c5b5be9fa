import { isId } from '#app/kernel/ids.ts';
import type { Database } from '#app/platform/database.server.ts';

/** One workshop as its form shows it; null when it is not of this gathering. */
export async function workshopToChange(
  database: Database,
  { gatheringId, id }: { gatheringId: string; id: string },
): Promise<{
  id: string;
  turn: number;
  title: string;
  about: string;
  room: string;
  capacity: number;
  revision: number;
} | null> {
  if (!isId(id)) return null;
  return database.gatheringWorkshop.findFirst({
    where: { id, gatheringId },
    select: { id: true, turn: true, title: true, about: true, room: true, capacity: true, revision: true },
  });
}
