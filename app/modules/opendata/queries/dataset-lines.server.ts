import type { Database } from '#app/platform/database.server.ts';
import { datasets } from '../datasets/index.server.ts';
import type { DatasetLine } from '../views.ts';
import { sizeOfDataset } from './dataset.query.server.ts';

/** Every dataset with how much there is of it. */
export async function datasetLines(database: Database, locale: 'nl' | 'en'): Promise<DatasetLine[]> {
  const lines: DatasetLine[] = [];
  for (const dataset of datasets) {
    const { slug, title, description } = dataset;
    const { count, changedAt } = await sizeOfDataset(database, dataset);
    lines.push({ slug, title: title[locale], description: description[locale], count, changedAt });
  }
  return lines;
}
