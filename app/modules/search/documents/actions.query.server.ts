import { z } from 'zod';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { instant } from '#app/kernel/instant.ts';
import { actions } from '#app/modules/opendata/datasets/actions.query.server.ts';
import { named } from '#app/modules/opendata/fields.ts';
import { yearOf } from './document.server.ts';
import { fromDataset } from './source.query.server.ts';

export const actionDocuments = fromDataset({
  kind: 'action',
  dataset: actions,
  row: z.object({
    number: z.string(),
    title: z.string(),
    explanation: z.string(),
    body: named,
    owner: z.object({ organisation: named.nullable(), words: z.string() }),
    publishedAt: z.string(),
  }),
  draft: (row) => {
    const date = dayInAmsterdam(instant(row.publishedAt));
    return {
      key: row.number,
      path: `/acties/${row.number}`,
      title: row.title,
      summary: row.explanation,
      texts: [row.owner.words, row.owner.organisation?.name ?? null, row.body.name],
      bodies: [row.body.slug],
      year: yearOf(date),
      date,
    };
  },
});
