import { stringify } from 'csv-stringify/sync';
import type { OpenDataRules } from '#app/modules/programme/setting.ts';
import type { Database } from '#app/platform/database.server.ts';
import { everyPage } from './bulk.server.ts';
import { grants, type GrantRow } from './datasets/grants.query.server.ts';
import { sizeOfDataset } from './queries/dataset.query.server.ts';
import { namesForGrants } from './queries/names-for-grants.query.server.ts';
import { givingCells, givingColumns, givingGrant, givingHead, isGiven, type GivingGrant } from './three-sixty.ts';
import type { Strictness } from './whitelist.ts';

type Reading = { database: Database; strictness: Strictness; rules: OpenDataRules; publicUrl: string };

async function* givenGrants({ rules, publicUrl, ...reading }: Reading): AsyncGenerator<GivingGrant[]> {
  const names = await namesForGrants(reading.database);
  for await (const rows of everyPage(grants, reading))
    yield (rows as GrantRow[]).filter(isGiven).map((row) => givingGrant(row, { ...names, rules, publicUrl }));
}

/** The grants as a package of 360Giving 1.4, a part at a time. @param now when nothing was ever granted */
export async function* givingJson(reading: Reading, now: Date): AsyncGenerator<string> {
  const { changedAt } = await sizeOfDataset(reading.database, grants);
  const head = JSON.stringify(givingHead(reading.rules, reading.publicUrl, changedAt ?? now));
  yield `${head.slice(0, -1)},"grants":[`;
  let isFirst = true;
  for await (const part of givenGrants(reading)) {
    if (part.length === 0) continue;
    yield `${isFirst ? '' : ','}\n${part.map((grant) => JSON.stringify(grant)).join(',\n')}`;
    isFirst = false;
  }
  yield '\n]}\n';
}

/** The same for spreadsheets, in the columns of the standard. */
export async function* givingCsv(reading: Reading): AsyncGenerator<string> {
  const text = (rows: (string | number)[][]) => stringify(rows, { record_delimiter: 'windows', escape_formulas: true });
  yield text([givingColumns]);
  for await (const part of givenGrants(reading)) yield text(part.map(givingCells));
}
