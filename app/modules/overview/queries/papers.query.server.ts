import { fromDateColumn, type CalendarDate } from '#app/kernel/calendar-date.ts';
import type { Database } from '#app/platform/database.server.ts';

/** One fact that was taken from a paper, with its page where it has one. */
export type TakenFact = { label: string; href: string | null };

/** A paper of the programme and what was taken from it. Kinds without facts are left out. */
export type PaperView = {
  key: string;
  title: string;
  date: CalendarDate | null;
  taken: { kind: FactKind; facts: TakenFact[] }[];
};

export type FactKind =
  'bodies' | 'initiatives' | 'organisations' | 'actielijnen' | 'criteria' | 'rules' | 'themes' | 'decisions';

/** All papers, newest first; those without a date last. */
export async function papersView(database: Database): Promise<PaperView[]> {
  const named = { select: { slug: true, name: true }, orderBy: { name: 'asc' } } as const;
  const titled = { select: { title: true }, orderBy: { title: 'asc' } } as const;
  const papers = await database.sourcePaper.findMany({
    orderBy: [{ date: { sort: 'desc', nulls: 'last' } }, { title: 'asc' }],
    select: {
      key: true,
      title: true,
      date: true,
      bodies: named,
      organisations: named,
      themes: named,
      initiatives: {
        where: { stage: { not: 'draft' } },
        select: { slug: true, title: true },
        orderBy: { title: 'asc' },
      },
      actielijnen: { select: { title: true, body: { select: { slug: true } } }, orderBy: { title: 'asc' } },
      criteriaSets: { select: { title: true, body: { select: { slug: true } } }, orderBy: { title: 'asc' } },
      rules: { select: { slug: true, text: true }, orderBy: { position: 'asc' } },
      decisions: { ...titled, where: { state: 'confirmed' }, select: { title: true, number: true } },
    },
  });
  return papers.map((paper) => {
    const taken: PaperView['taken'] = [
      {
        kind: 'decisions',
        facts: paper.decisions.map(({ title, number }) => ({ label: title, href: `/besluiten/${number ?? ''}` })),
      },
      { kind: 'bodies', facts: paper.bodies.map(({ name, slug }) => ({ label: name, href: `/opgaveteams/${slug}` })) },
      {
        kind: 'actielijnen',
        facts: paper.actielijnen.map(({ title, body }) => ({
          label: title,
          href: `/opgaveteams/${body.slug}#actielijnen`,
        })),
      },
      {
        kind: 'criteria',
        facts: paper.criteriaSets.map(({ title, body }) => ({
          label: title,
          href: `/opgaveteams/${body.slug}#criteria`,
        })),
      },
      { kind: 'rules', facts: paper.rules.map(({ slug, text }) => ({ label: text, href: `/regels#${slug}` })) },
      {
        kind: 'initiatives',
        facts: paper.initiatives.map(({ title, slug }) => ({ label: title, href: `/initiatieven/${slug ?? ''}` })),
      },
      { kind: 'organisations', facts: paper.organisations.map(({ name }) => ({ label: name, href: null })) },
      { kind: 'themes', facts: paper.themes.map(({ name, slug }) => ({ label: name, href: `/themas/${slug}` })) },
    ];
    return {
      key: paper.key,
      title: paper.title,
      date: paper.date === null ? null : fromDateColumn(paper.date),
      taken: taken.filter(({ facts }) => facts.length > 0),
    };
  });
}
