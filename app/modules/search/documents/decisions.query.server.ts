import { z } from 'zod';
import { publishedDecision, type PublishedDecision } from '#app/modules/decisions/published.ts';
import { decisions } from '#app/modules/opendata/datasets/decisions.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { yearOf, type Draft } from './document.server.ts';
import { fromDataset } from './source.query.server.ts';

export const decisionDocuments = fromDataset({
  kind: 'decision',
  dataset: decisions,
  row: z.object({ number: z.string(), decision: publishedDecision }),
  draft: ({ number, decision }) => ({
    key: number,
    path: `/besluiten/${number}`,
    title: decision.title,
    summary: decision.motivation,
    texts: [
      number,
      ...aboutOf(decision),
      decision.body.name,
      decision.fund?.name ?? null,
      decision.version === 1 ? null : (decision.recipient?.name ?? null),
      decision.referredTo?.name ?? null,
      decision.conditions,
      decision.amountNote,
      ...(decision.criteria?.criteria.map(({ motivation }) => motivation) ?? []),
    ],
    bodies: [decision.body.slug],
    cents: decision.amountCents,
    year: yearOf(decision.takenOn),
    date: decision.takenOn,
  }),
  complete: async (database, drafts) => {
    const places = await placesOfPlans(
      database,
      drafts.flatMap(({ row }) => (row.decision.subject.kind === 'initiative' ? [row.decision.subject.slug] : [])),
    );
    return drafts.map(({ draft, row: { decision } }): Draft => {
      const found = decision.subject.kind === 'initiative' ? places.get(decision.subject.slug) : undefined;
      return found === undefined ? draft : { ...draft, ...found };
    });
  },
});

function aboutOf({ subject }: PublishedDecision): string[] {
  return subject.kind === 'assignment'
    ? [subject.title, subject.task, subject.actielijn?.title ?? '']
    : [subject.title];
}

type Places = Required<Pick<Draft, 'themes' | 'areas' | 'wholeDistrict'>>;

/** A decision is found where its plan is. */
async function placesOfPlans(database: Database, slugs: readonly string[]): Promise<Map<string, Places>> {
  const found = await database.initiative.findMany({
    where: { slug: { in: [...slugs] }, stage: { not: 'draft' } },
    select: {
      slug: true,
      wholeDistrict: true,
      themes: { select: { themeSlug: true } },
      areas: { select: { areaCode: true } },
    },
  });
  return new Map(
    found.map(({ slug, wholeDistrict, themes, areas }) => [
      slug ?? '',
      {
        wholeDistrict,
        themes: themes.map(({ themeSlug }) => themeSlug),
        areas: areas.map(({ areaCode }) => areaCode),
      },
    ]),
  );
}
