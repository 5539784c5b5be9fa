import { translatorOf } from '#app/i18n/all.server.ts';
import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import { resourceKinds } from '#app/modules/portfolios/portfolio.ts';
import { stageGroupNames } from '#app/modules/initiatives/list-filter.ts';
import type { Database, Transaction } from '#app/platform/database.server.ts';

/**
 * What somebody looks for, in words: “huiswerk” (Osdorp-Oost, bezig).
 * @returns null when the key asks nothing that the search page knows
 */
export async function searchName(
  database: Database | Transaction,
  key: string,
  locale: ProgrammeLocale,
): Promise<string | null> {
  const asked = new URLSearchParams(key);
  const t = translatorOf(locale);
  const text = (asked.get('q') ?? '').trim();
  const [themes, areas, bodies] = await Promise.all([
    database.theme.findMany({ where: { slug: { in: asked.getAll('thema') } }, orderBy: { position: 'asc' } }),
    database.area.findMany({ where: { code: { in: asked.getAll('gebied') } }, orderBy: { code: 'asc' } }),
    database.body.findMany({ where: { slug: { in: asked.getAll('team') } }, orderBy: { position: 'asc' } }),
  ]);
  const resources = (name: 'nodig' | 'biedt') =>
    resourceKinds
      .filter((kind) => asked.getAll(name).includes(kind))
      .map((kind) =>
        t(name === 'nodig' ? 'search:needsChip' : 'search:offersChip', { name: t(`portfolios:resource.${kind}`) }),
      );
  const parts = [
    ...asked.getAll('soort'),
    ...themes.map(({ name, nameEn }) => inLocale(locale, name, nameEn)),
    ...areas.map(({ name }) => name),
    ...bodies.map(({ name }) => name),
    ...stageGroupNames
      .filter((group) => asked.getAll('fase').includes(group))
      .map((group) => t(`initiatives:stageGroup.${group}`)),
    ...resources('nodig'),
    ...resources('biedt'),
    ...asked.getAll('jaar'),
    ...asked.getAll('van').map((from) => t('search:moneyFrom', { from: `€ ${from}` })),
    ...asked.getAll('tot').map((to) => t('search:moneyTo', { to: `€ ${to}` })),
  ];
  if (text === '') return parts.length === 0 ? null : parts.join(', ');
  return parts.length === 0 ? `“${text}”` : `“${text}” (${parts.join(', ')})`;
}
