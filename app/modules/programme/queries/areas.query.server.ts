import type { Database } from '#app/platform/database.server.ts';

export type BuurtView = { code: string; name: string };

/** A wijk with its buurten, for forms and filters. */
export type WijkView = { code: string; name: string; buurten: BuurtView[] };

export async function wijken(database: Database): Promise<WijkView[]> {
  const areas = await database.area.findMany({
    orderBy: { code: 'asc' },
    select: { code: true, name: true, level: true, parentCode: true },
  });
  return areas
    .filter(({ level }) => level === 'wijk')
    .map(({ code, name }) => ({
      code,
      name,
      buurten: areas
        .filter(({ parentCode }) => parentCode === code)
        .map((buurt) => ({ code: buurt.code, name: buurt.name })),
    }));
}
