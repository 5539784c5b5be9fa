import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { FilterNames } from '../views.ts';

/** Names of themes, areas and bodies by slug or code, in the order of the programme. */
export async function filterNames(database: Database, locale: ProgrammeLocale): Promise<FilterNames> {
  const [themes, areas, bodies] = await Promise.all([
    database.theme.findMany({ orderBy: { position: 'asc' }, select: { slug: true, name: true, nameEn: true } }),
    database.area.findMany({ orderBy: { code: 'asc' }, select: { code: true, name: true } }),
    database.body.findMany({ orderBy: { position: 'asc' }, select: { slug: true, name: true } }),
  ]);
  return {
    theme: Object.fromEntries(themes.map(({ slug, name, nameEn }) => [slug, inLocale(locale, name, nameEn)])),
    area: Object.fromEntries(areas.map(({ code, name }) => [code, name])),
    body: Object.fromEntries(bodies.map(({ slug, name }) => [slug, name])),
  };
}
