import { z } from 'zod';
import { initiatives } from '#app/modules/opendata/datasets/initiatives.query.server.ts';
import { named } from '#app/modules/opendata/fields.ts';
import { initiativeContent } from '#app/modules/initiatives/content.ts';
import { publicContent, type PublicContent } from '#app/modules/initiatives/queries/initiative-page.query.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { stageGroupOf } from '../stage-group.ts';
import { yearOf } from './document.server.ts';
import { fromDataset } from './source.query.server.ts';

/** A plan, with what its page tells of it. */
export const initiativeDocuments = fromDataset({
  kind: 'initiative',
  dataset: initiatives,
  row: z.object({
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    stage: z.string(),
    submittedOn: z.string().nullable(),
    submitter: z.object({ organisation: named.nullable() }),
    partners: z.array(named),
    body: named.nullable(),
    themes: z.array(z.string()),
    areas: z.array(z.string()),
    wholeDistrict: z.boolean(),
    requestedCents: z.int(),
    paperNote: z.string().nullable(),
  }),
  draft: (row) => ({
    key: row.slug,
    path: `/initiatieven/${row.slug}`,
    title: row.title,
    summary: row.summary,
    texts: [row.submitter.organisation?.name ?? null, ...row.partners.map(({ name }) => name), row.paperNote],
    themes: row.themes,
    areas: row.areas,
    wholeDistrict: row.wholeDistrict,
    bodies: row.body === null ? [] : [row.body.slug],
    stage: stageGroupOf(row.stage),
    // a plan from the papers often names no amount
    cents: row.requestedCents === 0 ? null : row.requestedCents,
    year: yearOf(row.submittedOn),
    date: row.submittedOn,
  }),
  complete: async (database, drafts) => {
    const contents = await contentsOf(
      database,
      drafts.map(({ draft }) => draft.key),
    );
    return drafts.map(({ draft }) => {
      const content = contents.get(draft.key);
      return content === undefined ? draft : { ...draft, texts: [...textsOf(content), ...draft.texts] };
    });
  },
});

/** The version that counts, as its page shows it. */
async function contentsOf(database: Database, slugs: readonly string[]): Promise<Map<string, PublicContent>> {
  const rows = await database.$queryRaw<{ slug: string; content: unknown }[]>`
    select i.slug, v.content from initiative i
      join initiative_version v on v.initiative_id = i.id and v.version = i.current_version
      where i.slug = any(${[...slugs]}::text[])`;
  return new Map(
    rows.flatMap(({ slug, content }) => {
      const read = initiativeContent.safeParse(content);
      return read.success ? [[slug, publicContent(read.data)] as const] : [];
    }),
  );
}

function textsOf(content: PublicContent): string[] {
  const { why, what, result, place, group, otherPartners, ownership, needs, offers, milestones } = content;
  return [
    ...[what, why, result, place, group, otherPartners, ownership],
    ...[needs, offers].flatMap(({ people, space, knowledge, material }) => [people, space, knowledge, material]),
    ...milestones.map(({ description }) => description),
  ];
}
