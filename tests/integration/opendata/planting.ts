import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { codes, publicColumns } from './public-columns.ts';

export type Column = { model: string; field: string; table: string; column: string; type: 'text' | 'list' | 'json' };

/** Every column of the schema that can hold words, as the file of the schema says. */
export function wordColumns(schema: string): Column[] {
  return [...schema.matchAll(/^model (\w+) \{(.*?)^\}/gms)].flatMap(([, model = '', body = '']) => {
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? model;
    return body.split('\n').flatMap((line): Column[] => {
      const read = /^\s+(\w+)\s+(String|Json)(\[\]|\?)?(?=\s|$)/.exec(line);
      if (read === null || line.includes('@db.Uuid')) return [];
      const [, field = '', kind, ending] = read;
      const column = /@map\("(\w+)"\)/.exec(line)?.[1] ?? field;
      return [{ model, field, table, column, type: kind === 'Json' ? 'json' : ending === '[]' ? 'list' : 'text' }];
    });
  });
}

export const schemaColumns = () =>
  wordColumns(readFileSync(new URL('../../../prisma/schema.prisma', import.meta.url), 'utf8'));

/** Columns that nothing of may come out; also those of models that nobody thought of. */
export function privateColumns(columns: readonly Column[]): Column[] {
  return columns.filter(
    ({ model, field }) => !codes.has(field) && !(publicColumns[model] ?? '').split(' ').includes(field),
  );
}

/** The word that stands nowhere else. */
export const canary = 'kanarie';

/** What a canary says: of which column it is, and that it is not from a word of ours. */
const canaryOf = ({ model, field }: Pick<Column, 'model' | 'field'>) => `${canary}.${model}.${field}`;

export type Planted = { rows: Map<string, number>; refused: Column[] };

/**
 * Puts a word of its own into every row of every column, past triggers, rules of columns and links between tables: this database
 * is of one test file, which only looks.
 */
export async function plant(url: string, columns: readonly Column[]): Promise<Planted> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const planted: Planted = { rows: new Map(), refused: [] };
  try {
    await client.query("set session_replication_role = 'replica'");
    await dropRules(client);
    for (const one of columns) {
      const count = await plantIn(client, one);
      if (count === null) planted.refused.push(one);
      else planted.rows.set(`${one.model}.${one.field}`, count);
    }
  } finally {
    await client.end();
  }
  return planted;
}

async function dropRules(client: Client): Promise<void> {
  const { rows } = await client.query<{ drop: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
       from pg_constraint where contype = 'c' and conrelid <> 0 and connamespace = 'public'::regnamespace`,
  );
  for (const { drop } of rows) await client.query(drop);
}

async function plantIn(client: Client, one: Column): Promise<number | null> {
  const { table, column, type } = one;
  const word = `'${canaryOf(one)}.' || n`;
  const object = `case when jsonb_typeof(t."${column}"::jsonb) = 'object' then t."${column}"::jsonb else '{}' end`;
  const value = {
    text: word,
    list: `array[${word}]`,
    json: `${object} || jsonb_build_object('${canary}', ${word})`,
  }[type];
  try {
    const { rowCount } = await client.query(
      `update "${table}" t set "${column}" = ${value} from (select ctid as place, row_number() over () as n from "${table}") r where t.ctid = r.place`,
    );
    return rowCount;
  } catch {
    // a generated column, or one of a type that holds no words
    return null;
  }
}
