import type { Database } from '#app/platform/database.server.ts';
import type { Changed } from './catalogue.ts';
import { datasets } from './datasets/index.server.ts';
import { sizeOfDataset } from './queries/dataset.query.server.ts';

/** When each dataset changed last. */
export async function changedOf(database: Database): Promise<Changed> {
  const changed = new Map<string, Date | null>();
  for (const dataset of datasets) changed.set(dataset.slug, (await sizeOfDataset(database, dataset)).changedAt);
  return changed;
}
