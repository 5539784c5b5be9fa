import { localeFrom } from '#app/i18n/locale.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Locale, SignedIn } from '../actor.ts';
import { hasMailbox } from '../person.ts';

/** What somebody says of themselves, for their own profile page. */
export type ProfileView = {
  /** Empty: none yet. */
  email: string;
  name: string;
  nameIsPublic: boolean;
  locale: Locale;
  languages: string[];
  areas: string[];
  themes: string[];
  mailOnSteps: boolean;
  mailOnWork: boolean;
  /** What can be chosen. Wijken only: their buurten come along. */
  areaChoices: { code: string; name: string }[];
  themeChoices: { slug: string; name: string }[];
};

export async function profileView(database: Database, actor: SignedIn, locale: Locale): Promise<ProfileView> {
  const [person, areas, themes] = await Promise.all([
    database.person.findUniqueOrThrow({
      where: { id: actor.person.id },
      include: { areas: { select: { areaCode: true } }, themes: { select: { themeSlug: true } } },
    }),
    database.area.findMany({ where: { level: 'wijk' }, orderBy: { code: 'asc' }, select: { code: true, name: true } }),
    database.theme.findMany({ orderBy: { position: 'asc' }, select: { slug: true, name: true, nameEn: true } }),
  ]);
  return {
    email: hasMailbox(person.email) ? person.email : '',
    name: person.name,
    nameIsPublic: person.nameIsPublic,
    locale: localeFrom(person.locale),
    languages: person.languages,
    areas: person.areas.map(({ areaCode }) => areaCode),
    themes: person.themes.map(({ themeSlug }) => themeSlug),
    mailOnSteps: person.mailOnSteps,
    mailOnWork: person.mailOnWork,
    areaChoices: areas,
    themeChoices: themes.map(({ slug, name, nameEn }) => ({
      slug,
      name: locale === 'en' && nameEn !== '' ? nameEn : name,
    })),
  };
}
