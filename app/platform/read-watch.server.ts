import type { Database } from './database.server.ts';

/** What one reader read, for who remembers what came of it. */
export type Reads = {
  /** Names of tables. Grows while reading. */
  tables: Set<string>;
  /** Something asked the clock of the database or for something by chance: the same question may have another answer later. */
  isFixed: boolean;
};

/** What the database holds, and which of it tells when it changes. */
export type Catalogue = {
  /** Every name of a table, view or function, with the tables behind it. */
  tablesBehind: ReadonlyMap<string, ReadonlySet<string>>;
  /** Functions and views that ask the clock, or for something by chance. */
  unfixed: ReadonlySet<string>;
  /** Tables that tell when they change. */
  telling: ReadonlySet<string>;
  /** Of each model of Prisma its table, and the model behind each relation. */
  models: ReadonlyMap<string, { table: string; relations: ReadonlyMap<string, string> }>;
};

type Model = { dbName: string | null; fields: readonly { name: string; kind: string; type: string }[] };
type Named = { name: string; kind: 'table' | 'view' | 'function'; body: string | null; tells: boolean };

const word = /[a-z_][a-z0-9_]*/g;
const byChance =
  /\b(random|gen_random_uuid|clock_timestamp|now|current_date|current_timestamp|localtimestamp|statement_timestamp)\b/i;

/** Reads which names there are. A function or view stands for the tables whose names occur in it, and in what it calls. */
export async function readCatalogue(database: Database): Promise<Catalogue> {
  const named = await database.$queryRaw<Named[]>`
    select c.relname as name, case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind,
      case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as body,
      exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'tells_change' and t.tgenabled <> 'D') as tells
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
    union all
    select p.proname, 'function', coalesce(p.prosrc, '') || coalesce(pg_get_function_sqlbody(p.oid), ''), false
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prokind = 'f' and n.nspname not in ('pg_catalog', 'information_schema')
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`;
  const bodies = new Map<string, string[]>();
  const tables = new Set<string>();
  for (const { name, kind, body } of named) {
    if (kind === 'table') tables.add(name);
    bodies.set(name, [...(bodies.get(name) ?? []), ...(body === null ? [] : [body.toLowerCase()])]);
  }
  const behind = (name: string, seen: Set<string>): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const body of bodies.get(name) ?? [])
      for (const [one] of body.matchAll(word)) if (bodies.has(one)) behind(one, seen);
    return seen;
  };
  const tablesBehind = new Map(
    [...bodies.keys()].map((name) => [name, new Set([...behind(name, new Set())].filter((one) => tables.has(one)))]),
  );
  const unfixed = new Set(
    [...bodies.keys()].filter((name) =>
      [...behind(name, new Set())].some((one) => bodies.get(one)?.some((body) => byChance.test(body))),
    ),
  );
  const telling = new Set(named.filter(({ tells }) => tells).map(({ name }) => name));
  return { tablesBehind, unfixed, telling, models: modelsOf(database) };
}

function modelsOf(database: Database): Catalogue['models'] {
  const { models } = (database as unknown as { _runtimeDataModel: { models: Record<string, Model> } })
    ._runtimeDataModel;
  return new Map(
    Object.entries(models).map(([name, { dbName, fields }]) => {
      const relations = fields
        .filter(({ kind }) => kind === 'object')
        .map((field) => [field.name, field.type] as const);
      return [name, { table: dbName ?? name, relations: new Map(relations) }];
    }),
  );
}

const readers = new WeakMap<Database, { database: Database; reads: Reads }>();

/** The database itself, for one that `watchReads` made. */
export function watchedDatabase(database: Database): Database {
  const reader = readers.get(database);
  return reader === undefined ? database : watchedDatabase(reader.database);
}

/** Somebody uses, in stead of reading them again, what was read from these tables. */
export function noteTables(database: Database, tables: Iterable<string>): void {
  const reader = readers.get(database);
  if (reader === undefined) return;
  for (const table of tables) reader.reads.tables.add(table);
  noteTables(reader.database, tables);
}

/** The same database for one reader, which notes what is read. */
export function watchReads(database: Database, catalogue: Catalogue): { database: Database; reads: Reads } {
  const reads: Reads = { tables: new Set(), isFixed: true };
  const noteSql = (sql: string) => {
    if (byChance.test(sql)) reads.isFixed = false;
    for (const [name] of sql.toLowerCase().matchAll(word)) {
      if (catalogue.unfixed.has(name)) reads.isFixed = false;
      for (const table of catalogue.tablesBehind.get(name) ?? []) reads.tables.add(table);
    }
  };
  const noteModel = (name: string, args: unknown) => {
    const model = catalogue.models.get(name);
    if (model === undefined) throw new Error(`no model ${name}`);
    reads.tables.add(model.table);
    noteRelations(model.relations, args);
  };
  /** Every relation that is named in what is asked: selected, filtered, sorted or counted by. */
  const noteRelations = (relations: ReadonlyMap<string, string>, args: unknown) => {
    if (typeof args !== 'object' || args === null || args instanceof Date) return;
    for (const [key, value] of Object.entries(args)) {
      const to = relations.get(key);
      if (to === undefined) noteRelations(relations, value);
      else if (value !== false && value !== undefined) noteModel(to, value);
    }
  };
  const watched = database.$extends({
    query: {
      $allOperations({ model, args, query }) {
        if (model === undefined) noteSql(sqlOf(args));
        else noteModel(model, args);
        return query(args as never);
      },
    },
  });
  const made = watched as unknown as Database;
  readers.set(made, { database, reads });
  return { database: made, reads };
}

function sqlOf(args: unknown): string {
  const strings: unknown =
    typeof args === 'object' && args !== null && 'strings' in args
      ? args.strings
      : Array.isArray(args)
        ? args[0]
        : null;
  if (typeof strings === 'string') return strings;
  if (Array.isArray(strings)) return strings.join(' ? ');
  throw new Error('a question to the database in a form that is not known');
}
