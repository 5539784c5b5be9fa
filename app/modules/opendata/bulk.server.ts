import { stringify } from 'csv-stringify/sync';
import type { Database } from '#app/platform/database.server.ts';
import { cellsOf, columnName, columnsOf } from './columns.ts';
import type { Position } from './cursor.ts';
import { pageOfRows, type Dataset } from './queries/dataset.query.server.ts';
import { whitelisted, type Strictness } from './whitelist.ts';

/** Rows that are read at once; no more than these are in memory, however many there are. */
const pageSize = 500;

type Reading = { database: Database; strictness: Strictness };

/** Every row of a dataset, a page at a time. */
export async function* everyPage(dataset: Dataset, { database, strictness }: Reading): AsyncGenerator<unknown[]> {
  let after: Position | null = null;
  do {
    const page: { rows: Record<string, unknown>[]; next: Position | null } = await pageOfRows(database, dataset, {
      after,
      size: pageSize,
    });
    yield page.rows.map((row) => whitelisted(dataset, row, strictness));
    after = page.next;
  } while (after !== null);
}

/** One row a line, as JSON. */
export async function* ndjsonOf(dataset: Dataset, reading: Reading): AsyncGenerator<string> {
  for await (const rows of everyPage(dataset, reading)) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Every dataset after the other; each line says which one it is of. */
export async function* ndjsonOfAll(datasets: readonly Dataset[], reading: Reading): AsyncGenerator<string> {
  for (const dataset of datasets) {
    for await (const rows of everyPage(dataset, reading))
      yield rows.map((row) => `${JSON.stringify({ dataset: dataset.slug, row })}\n`).join('');
  }
}

/** For spreadsheets and programs: commas, a line of names first. */
export async function* csvOf(dataset: Dataset, reading: Reading): AsyncGenerator<string> {
  const columns = columnsOf(dataset.row);
  const text = (rows: string[][]) => stringify(rows, { record_delimiter: 'windows' });
  yield text([columns.map(columnName)]);
  for await (const rows of everyPage(dataset, reading)) yield text(rows.map((row) => cellsOf(columns, row)));
}
