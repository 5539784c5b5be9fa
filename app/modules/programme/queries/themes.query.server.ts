import type { Database } from '#app/platform/database.server.ts';
import { inLocale, type ProgrammeLocale } from '../locale.ts';

export type ThemeView = { slug: string; name: string; description: string };

export async function themes(database: Database, locale: ProgrammeLocale): Promise<ThemeView[]> {
  const rows = await database.theme.findMany({ orderBy: { position: 'asc' } });
  return rows.map((row) => ({
    slug: row.slug,
    name: inLocale(locale, row.name, row.nameEn),
    description: inLocale(locale, row.description, row.descriptionEn),
  }));
}
