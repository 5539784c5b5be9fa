import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';
import type { Subject } from '../subject.ts';
import type { SubjectChoices } from '../views.ts';
import { searchName } from './search-name.server.ts';

/** @returns the public name of what can be followed; null when there is no such body, theme, wijk, public initiative or question */
export async function subjectName(
  database: Database | Transaction,
  { kind, key }: Subject,
  locale: ProgrammeLocale,
): Promise<string | null> {
  switch (kind) {
    case 'body':
      return (await database.body.findUnique({ where: { slug: key }, select: { name: true } }))?.name ?? null;
    case 'theme': {
      const theme = await database.theme.findUnique({ where: { slug: key }, select: { name: true, nameEn: true } });
      return theme === null ? null : inLocale(locale, theme.name, theme.nameEn);
    }
    case 'wijk':
      return (
        (await database.area.findFirst({ where: { code: key, level: 'wijk' }, select: { name: true } }))?.name ?? null
      );
    case 'search':
      return searchName(database, key, locale);
    case 'initiative': {
      const plan = await database.initiative.findUnique({ where: { slug: key }, select: { title: true, stage: true } });
      return plan === null || plan.stage === 'draft' ? null : plan.title;
    }
  }
}

/** Everything that can be chosen from a list; initiatives are followed from their own page. */
export async function subjectChoices(database: Database, locale: ProgrammeLocale): Promise<SubjectChoices> {
  const [bodies, themes, areas] = await Promise.all([
    database.body.findMany({ orderBy: { name: 'asc' }, select: { slug: true, name: true } }),
    database.theme.findMany({ orderBy: { position: 'asc' }, select: { slug: true, name: true, nameEn: true } }),
    database.area.findMany({ where: { level: 'wijk' }, orderBy: { name: 'asc' }, select: { code: true, name: true } }),
  ]);
  return {
    body: bodies.map(({ slug, name }) => ({ key: slug, name })),
    theme: themes.map(({ slug, name, nameEn }) => ({ key: slug, name: inLocale(locale, name, nameEn) })),
    wijk: areas.map(({ code, name }) => ({ key: code, name })),
  };
}
