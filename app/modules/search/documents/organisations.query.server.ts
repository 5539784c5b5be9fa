import { z } from 'zod';
import { organisations } from '#app/modules/opendata/datasets/organisations.query.server.ts';
import { fromDataset } from './source.query.server.ts';

export const organisationDocuments = fromDataset({
  kind: 'organisation',
  dataset: organisations,
  row: z.object({ slug: z.string(), name: z.string(), summary: z.string(), website: z.string().nullable() }),
  draft: (row) => ({
    key: row.slug,
    path: `/budgetten/organisaties/${row.slug}`,
    title: row.name,
    summary: row.summary,
    texts: [row.website],
  }),
});
