import type { Database } from '#app/platform/database.server.ts';

/** What the export of grants names beside the grants themselves. */
export async function namesForGrants(database: Database) {
  const wijken = await database.area.findMany({ where: { level: 'wijk' }, select: { code: true, name: true } });
  return {
    wijken: new Map(wijken.map(({ code, name }) => [code, name])),
    kvkNumbers: new Map<string, string>(),
  };
}
