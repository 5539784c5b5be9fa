import type { z } from 'zod';
import type { Dataset } from '#app/modules/opendata/queries/dataset.query.server.ts';
import { whitelisted, type Strictness } from '#app/modules/opendata/whitelist.ts';
import type { Database } from '#app/platform/database.server.ts';
import { Prisma } from '#app/platform/prisma/client.ts';
import type { DocumentKind } from '../port.ts';
import type { Draft } from './document.server.ts';

/** What building needs to know besides the rows. */
export type Reading = {
  database: Database;
  strictness: Strictness;
  /** For what is asked or offered until a day. */
  today: string;
};

/** Where documents of one kind come from. */
export type DocumentSource = {
  kind: DocumentKind;
  /** Keys of all there are, behind one, in order of their bytes. */
  keys: (database: Database, page: { after: string; size: number }) => Promise<string[]>;
  /** The documents with these keys, in any order; one that is not public (any more) is left out. */
  drafts: (reading: Reading, keys: readonly string[]) => Promise<Draft[]>;
};

/** @param all selects `key` (text) of everything public */
export function keysBehind(all: Prisma.Sql): DocumentSource['keys'] {
  return async (database, { after, size }) => {
    const rows = await database.$queryRaw<{ key: string }[]>`
      select k.key::text as key from (${all}) k where k.key::text collate "C" > ${after}
        order by k.key::text collate "C" limit ${size}`;
    return rows.map(({ key }) => key);
  };
}

type FromDataset<Row> = {
  kind: DocumentKind;
  dataset: Dataset;
  /** Of the keys of the dataset, when not every row is of this kind. */
  where?: Prisma.Sql;
  /** What a document is made of; whatever else the row has stays out. */
  row: z.ZodType<Row>;
  draft: (row: Row) => Draft;
  /** What no row tells, for all rows at once. */
  complete?: (database: Database, drafts: { draft: Draft; row: Row }[]) => Promise<Draft[]>;
};

/** Documents of the rows of a dataset: what open data holds back cannot be found either. */
export function fromDataset<Row>(description: FromDataset<Row>): DocumentSource {
  const { kind, dataset, where = Prisma.sql`true`, row, draft, complete } = description;
  const all = Prisma.sql`select d.key::text as key from (${dataset.keys}) d where ${where}`;
  return {
    kind,
    keys: keysBehind(all),
    drafts: async ({ database, strictness }, wanted) => {
      const keys = await database.$queryRaw<{ key: string }[]>`
        select k.key from (${all}) k where k.key = any(${[...wanted]}::text[])`;
      if (keys.length === 0) return [];
      const found = await dataset.rows(
        database,
        keys.map(({ key }) => key),
      );
      const shape = withoutMoments(dataset);
      const rows = found.map((one) => row.parse(whitelisted(shape, one, strictness)));
      const drafts = rows.map((one) => ({ draft: draft(one), row: one }));
      return complete === undefined ? drafts.map((one) => one.draft) : complete(database, drafts);
    },
  };
}

/** When a row changed is for machines that fetch what is new; here the outbox tells. */
function withoutMoments(dataset: Dataset): { slug: string; row: z.ZodType } {
  return { slug: dataset.slug, row: dataset.hasChanges ? dataset.row.omit({ changedAt: true }) : dataset.row };
}
