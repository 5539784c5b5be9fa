import { inLocale, type ProgrammeLocale } from '#app/modules/programme/locale.ts';
import type { Database } from '#app/platform/database.server.ts';

export type CriterionView = {
  slug: string;
  title: string;
  explanation: string;
  /** What each number of points means, from 0 up. */
  scale: string[];
  weight: number;
  /** Share of the total in whole percents, rounded; the shares of a version may add up to 99 or 101. */
  sharePercent: number;
  /** Lowest average in points with which an initiative can be granted. */
  minimum: number | null;
};

/** A criteria set of a body in its newest frozen version: that is what rounds use. */
export type CriteriaView = { slug: string; title: string; intro: string; version: number; criteria: CriterionView[] };

export async function bodyCriteria(
  database: Database,
  bodyId: string,
  locale: ProgrammeLocale,
): Promise<CriteriaView[]> {
  const sets = await database.criteriaSet.findMany({
    where: { bodyId, versions: { some: { frozenAt: { not: null } } } },
    select: {
      slug: true,
      title: true,
      intro: true,
      introEn: true,
      versions: {
        where: { frozenAt: { not: null } },
        orderBy: { version: 'desc' },
        take: 1,
        select: { version: true, criteria: { orderBy: { position: 'asc' } } },
      },
    },
    orderBy: { title: 'asc' },
  });
  return sets.flatMap(({ versions: [current], ...set }) => {
    if (current === undefined) return [];
    const total = current.criteria.reduce((sum, { weight }) => sum + weight, 0);
    return [
      {
        slug: set.slug,
        title: set.title,
        intro: inLocale(locale, set.intro, set.introEn),
        version: current.version,
        criteria: current.criteria.map((criterion) => ({
          slug: criterion.slug,
          title: inLocale(locale, criterion.title, criterion.titleEn),
          explanation: inLocale(locale, criterion.explanation, criterion.explanationEn),
          scale: locale === 'en' ? criterion.scaleEn : criterion.scale,
          weight: criterion.weight,
          sharePercent: Math.round((criterion.weight / total) * 100),
          minimum: criterion.minimumHundredths === null ? null : criterion.minimumHundredths / 100,
        })),
      },
    ];
  });
}
