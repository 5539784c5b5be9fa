import type { Database } from '#app/platform/database.server.ts';

/** Organisations that can be named as partner. */
export async function partnerChoices(database: Database): Promise<{ id: string; name: string }[]> {
  return database.organisation.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } });
}
