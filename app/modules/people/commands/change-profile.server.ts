import { accepted, refused, type Outcome } from '#app/kernel/outcome.ts';
import { inTransaction, type Context } from '#app/platform/database.server.ts';
import type { Locale, SignedIn } from '../actor.ts';

export type ChangeProfile = {
  name: string;
  nameIsPublic: boolean;
  locale: Locale;
  languages: string[];
  areas: string[];
  themes: string[];
  mailOnSteps: boolean;
  mailOnWork: boolean;
};

/** Changes what somebody says of themselves. Only their own: the person is the actor. */
export async function changeProfile(
  input: ChangeProfile,
  context: Context<SignedIn>,
): Promise<Outcome<void, 'area-unknown' | 'theme-unknown'>> {
  const personId = context.actor.person.id;
  const { areas, themes, ...columns } = input;
  return inTransaction(context, async (tx) => {
    await tx.person.update({ where: { id: personId }, data: { ...columns, updatedAt: context.now } });
    await tx.personArea.deleteMany({ where: { personId } });
    await tx.personTheme.deleteMany({ where: { personId } });
    if ((await tx.area.count({ where: { code: { in: areas } } })) !== new Set(areas).size)
      return refused('area-unknown');
    if ((await tx.theme.count({ where: { slug: { in: themes } } })) !== new Set(themes).size)
      return refused('theme-unknown');
    await tx.personArea.createMany({ data: [...new Set(areas)].map((areaCode) => ({ personId, areaCode })) });
    await tx.personTheme.createMany({ data: [...new Set(themes)].map((themeSlug) => ({ personId, themeSlug })) });
    return accepted();
  });
}

/** Changes the language of somebody's screens and mails. */
export async function changeLocale(locale: Locale, { actor, database, now }: Context<SignedIn>): Promise<void> {
  await database.person.update({ where: { id: actor.person.id }, data: { locale, updatedAt: now } });
}
