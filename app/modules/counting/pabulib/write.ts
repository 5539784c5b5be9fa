import type { PabulibFile, Table } from './file.ts';
import { lineOf } from './rows.ts';

/** The text of a Pabulib file (`.pb`, UTF-8): reading it gives the same content again. */
export function writePabulib({ meta, projects, votes }: PabulibFile): string {
  const section = (name: string, { columns, rows }: Table) => [name, lineOf(columns), ...rows.map(lineOf)];
  return [
    ...section('META', { columns: ['key', 'value'], rows: meta }),
    ...section('PROJECTS', projects),
    ...section('VOTES', votes),
    '',
  ].join('\n');
}
