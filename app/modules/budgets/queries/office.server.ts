import { programmeOffice } from '#app/modules/people/role.ts';
import type { Database } from '#app/platform/database.server.ts';

/** The programme office, whose business sources as a whole are. */
export async function officeOf(database: Database): Promise<{ id: string; slug: string; name: string }> {
  const row = await database.body.findUnique({
    where: { slug: programmeOffice },
    select: { id: true, slug: true, name: true },
  });
  // before the programme is loaded there is no office, and nothing that belongs to it
  return row ?? { id: '', slug: programmeOffice, name: '' };
}
