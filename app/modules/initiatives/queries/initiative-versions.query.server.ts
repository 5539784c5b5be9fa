import type { Instant } from '#app/kernel/instant.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import { readContent } from '../content.ts';
import { differencesBetween, fieldsInWords, type ContentWords, type FieldDifference } from '../differences.ts';
import { isSlug } from '../slug.ts';

/** A version with what changed since the one before; the first has no differences. */
export type VersionView = { version: number; submittedAt: Instant; differences: FieldDifference[] };

export type InitiativeVersionsView = { slug: string; title: string; versions: VersionView[] };

/** Words of the page's language for amounts, days and states; names come from the database. */
export type VersionWords = Omit<ContentWords, 'area' | 'theme' | 'organisation'>;

/** Every version of a public initiative, the newest first. @returns null when there is none at this address */
export async function initiativeVersions(
  database: Database,
  slug: string,
  locale: ProgrammeLocale,
  words: VersionWords,
): Promise<InitiativeVersionsView | null> {
  if (!isSlug(slug)) return null;
  const row = await database.initiative.findUnique({
    where: { slug },
    select: {
      title: true,
      stage: true,
      versions: { orderBy: { version: 'asc' }, select: { version: true, content: true, createdAt: true } },
    },
  });
  if (!row || row.stage === 'draft') return null;
  const named = { ...words, ...(await namesFrom(database, locale)) };
  const versions = row.versions.map(({ version, content, createdAt }) => ({
    version,
    submittedAt: createdAt,
    fields: fieldsInWords(readContent(content), named),
  }));
  return {
    slug,
    title: row.title,
    versions: versions
      .map(({ version, submittedAt, fields }, index) => {
        const before = versions[index - 1];
        return { version, submittedAt, differences: before ? differencesBetween(before.fields, fields) : [] };
      })
      .reverse(),
  };
}

/** Names of what a version holds as codes and ids. */
export async function namesFrom(
  database: Database,
  locale: ProgrammeLocale,
): Promise<Pick<ContentWords, 'area' | 'theme' | 'organisation'>> {
  const [areas, themes, organisations] = await Promise.all([
    database.area.findMany({ select: { code: true, name: true } }),
    database.theme.findMany({ select: { slug: true, name: true, nameEn: true } }),
    database.organisation.findMany({ select: { id: true, name: true } }),
  ]);
  const areaNames = new Map(areas.map(({ code, name }) => [code, name]));
  const themeNames = new Map(themes.map((theme) => [theme.slug, inLocale(locale, theme.name, theme.nameEn)]));
  const organisationNames = new Map(organisations.map(({ id, name }) => [id, name]));
  return {
    area: (code) => areaNames.get(code) ?? code,
    theme: (slug) => themeNames.get(slug) ?? slug,
    organisation: (id) => organisationNames.get(id) ?? '',
  };
}
