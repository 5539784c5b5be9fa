import { z } from 'zod';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { gatherings } from '#app/modules/opendata/datasets/gatherings.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { yearOf } from './document.server.ts';
import { fromDataset } from './source.query.server.ts';

export const gatheringDocuments = fromDataset({
  kind: 'gathering',
  dataset: gatherings,
  row: z.object({
    slug: z.string(),
    title: z.string(),
    about: z.string(),
    startsAt: z.string(),
    venueName: z.string(),
    venueAddress: z.string(),
    area: z.string(),
  }),
  draft: (row) => {
    const date = dayInAmsterdam(instant(row.startsAt));
    return {
      key: row.slug,
      path: `/ontmoet/${row.slug}`,
      title: row.title,
      summary: row.about,
      texts: [row.venueName, row.venueAddress, row.area],
      year: yearOf(date),
      date,
    };
  },
  complete: async (database, drafts) => {
    const areas = await buurtenOf(
      database,
      drafts.map(({ draft }) => draft.key),
    );
    return drafts.map(({ draft }) => ({ ...draft, areas: areas.get(draft.key) ?? [] }));
  },
});

/** Codes of the buurten that a gathering is for, as /ontmoet/gebieden shows them. */
async function buurtenOf(database: Database, slugs: readonly string[]): Promise<Map<string, string[]>> {
  const found = await database.gathering.findMany({
    where: { slug: { in: [...slugs] } },
    select: { slug: true, gatheringArea: { select: { buurten: { select: { areaCode: true } } } } },
  });
  return new Map(found.map(({ slug, gatheringArea }) => [slug, gatheringArea.buurten.map(({ areaCode }) => areaCode)]));
}
