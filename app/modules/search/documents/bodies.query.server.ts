import { z } from 'zod';
import { bodies } from '#app/modules/opendata/datasets/bodies.query.server.ts';
import { named } from '#app/modules/opendata/fields.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import type { Draft } from './document.server.ts';
import { fromDataset } from './source.query.server.ts';

const row = z.object({
  slug: z.string(),
  name: z.string(),
  parent: named.nullable(),
  chairName: z.string().nullable(),
  remit: z.string(),
  areas: z.array(z.string()),
  themes: z.array(z.string()),
  organisations: z.array(named),
});

const draft = (one: z.infer<typeof row>, path: string): Draft => ({
  key: one.slug,
  path: `${path}/${one.slug}`,
  title: one.name,
  summary: one.remit,
  texts: [one.parent?.name ?? null, one.chairName, ...one.organisations.map(({ name }) => name)],
  themes: one.themes,
  areas: one.areas,
  bodies: [one.slug],
});

/** What people call it: EID, KvJ. */
async function withShortNames(database: Database, drafts: { draft: Draft }[]): Promise<Draft[]> {
  const found = await database.body.findMany({
    where: { slug: { in: drafts.map((one) => one.draft.key) } },
    select: { slug: true, shortName: true },
  });
  const shortNames = new Map(found.map(({ slug, shortName }) => [slug, shortName]));
  return drafts.map((one) => ({
    ...one.draft,
    texts: [shortNames.get(one.draft.key) ?? null, ...one.draft.texts],
  }));
}

const isAlliance = Prisma.sql`exists (select from body b where b.slug = d.key and b.kind = 'wijkalliantie')`;

export const allianceDocuments = fromDataset({
  kind: 'wijkalliantie',
  dataset: bodies,
  where: isAlliance,
  row,
  draft: (one) => draft(one, '/wijkallianties'),
  complete: withShortNames,
});

/** The other bodies: opgaveteams, working groups, the board and the office; each has a page of the same kind. */
export const bodyDocuments = fromDataset({
  kind: 'opgaveteam',
  dataset: bodies,
  where: Prisma.sql`not ${isAlliance}`,
  row,
  draft: (one) => draft(one, '/opgaveteams'),
  complete: withShortNames,
});
