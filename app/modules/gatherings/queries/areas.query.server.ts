import { isId } from '#app/kernel/ids.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { AreaView } from '../views.ts';

/** Years that have areas, the last one first. */
export async function areaYears(database: Database): Promise<number[]> {
  const rows = await database.gatheringArea.groupBy({ by: ['year'], orderBy: { year: 'desc' } });
  return rows.map(({ year }) => year);
}

/** The areas of a year by name, with their buurten. */
export async function areasOfYear(database: Database, year: number): Promise<AreaView[]> {
  const rows = await database.gatheringArea.findMany({
    where: { year },
    include: {
      buurten: { select: { area: { select: { code: true, name: true } } }, orderBy: { areaCode: 'asc' } },
      _count: { select: { gatherings: true } },
    },
  });
  return rows
    .map(({ id, name, slug, isExample, revision, buurten, _count }) => ({
      ...{ id, name, slug, isExample, revision },
      buurten: buurten.map(({ area }) => area),
      gatherings: _count.gatherings,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'));
}

/** One area with its year; null when there is none. */
export async function areaWithYear(database: Database, id: string): Promise<(AreaView & { year: number }) | null> {
  if (!isId(id)) return null;
  const row = await database.gatheringArea.findUnique({ where: { id }, select: { year: true } });
  if (row === null) return null;
  const area = (await areasOfYear(database, row.year)).find((one) => one.id === id);
  return area === undefined ? null : { ...area, year: row.year };
}

/** Areas to plan in, with the year that they are of: those of the last two years that have any. */
export async function areaChoices(database: Database): Promise<{ id: string; name: string; year: number }[]> {
  const years = (await areaYears(database)).slice(0, 2);
  return database.gatheringArea.findMany({
    where: { year: { in: years } },
    orderBy: [{ year: 'desc' }, { name: 'asc' }],
    select: { id: true, name: true, year: true },
  });
}
