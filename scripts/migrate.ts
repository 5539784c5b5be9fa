import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { runMigrations } from 'graphile-worker';
import { Client } from 'pg';
import { CannotStart } from './embedded-postgres.ts';
import { reachDatabase } from './reach-database.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const migrationsFolder = join(project, 'prisma/migrations');
const schemaPath = join(project, 'prisma/schema.prisma');

/** The part of Prisma's schema engine that is used here; the package types it for bundlers only. */
type SchemaEngine = {
  applyMigrations(input: {
    migrationsList: MigrationsList;
    filters: typeof noFilters;
  }): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: object): Promise<{ stdout?: string | null }>;
};

type MigrationsList = {
  baseDir: string;
  lockfile: { path: string; content: string };
  shadowDbInitScript: string;
  migrationDirectories: { path: string; migrationFile: { path: string; content: { tag: 'ok'; value: string } } }[];
};

const noFilters = { externalTables: [], externalEnums: [] };

/**
 * In the migration's own transaction: stopped at whatever moment, it is either applied and marked so, or neither. Servers that are
 * running let go of the pages that they keep (docs/decisions/0036).
 */
const markDone =
  "update _prisma_migrations set finished_at = now() where finished_at is null and rolled_back_at is null; notify changed, '*'";

/** So an unfinished one left nothing behind, and is simply tried again. */
const forgetUnfinished =
  'update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null';

/** @returns name of the migration that this is, or undefined when it is something of the engine's own */
function migrationOf(script: string): string | undefined {
  return migrationsList().migrationDirectories.find(({ migrationFile }) => migrationFile.content.value === script)
    ?.path;
}

/**
 * The adapter cuts a script at every semicolon, also inside a function's body. PostgreSQL takes a whole script at once,
 * and then runs it as one transaction besides.
 */
class WholeScripts extends PrismaPg {
  readonly #url: string;
  /** The engine leaves its connections open: whoever migrates closes them. */
  readonly opened: Awaited<ReturnType<PrismaPg['connect']>>[] = [];
  /** The engine drops what PostgreSQL said: it is kept here. */
  refusal: CannotStart | null = null;
  constructor(url: string) {
    super({ connectionString: url }, { schema: 'public' });
    this.#url = url;
  }
  override async connect(): Promise<Awaited<ReturnType<PrismaPg['connect']>>> {
    const adapter = await super.connect();
    this.opened.push(adapter);
    adapter.executeScript = async (script) => {
      const client = new Client({ connectionString: this.#url });
      await client.connect();
      try {
        const migration = migrationOf(script);
        await client.query(migration === undefined ? script : `${script}\n;${markDone}`).catch((error: unknown) => {
          if (migration !== undefined) this.refusal = refusedMigration(migration, error);
          throw error;
        });
      } finally {
        await client.end();
      }
    };
    return adapter;
  }
}

function refusedMigration(name: string, error: unknown): CannotStart {
  const said = error instanceof Error ? error.message : String(error);
  return new CannotStart(
    `PostgreSQL refused the change of tables prisma/migrations/${name}:\n${said}\n` +
      'Nothing of it was kept; the changes before it were. Once the cause is gone, start again: it goes on here.',
  );
}

type EngineBindings = {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
  SchemaEngine: { new: (options: object, log: () => void, factory: object) => Promise<SchemaEngine> };
};

let loaded: Promise<EngineBindings> | undefined;

/**
 * Prisma's own schema engine, as WebAssembly: the command line would download a native one, which a closed network forbids.
 * It keeps `_prisma_migrations`, so `prisma migrate deploy` stays interchangeable. The bindings hold one instance: loaded once.
 */
async function loadEngine(): Promise<EngineBindings> {
  const folder = join(project, 'node_modules/@prisma/schema-engine-wasm');
  const bindings = (await import(join(folder, 'schema_engine_bg.js'))) as EngineBindings;
  const imports = { './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports };
  const { instance } = await WebAssembly.instantiate(await readFile(join(folder, 'schema_engine_bg.wasm')), imports);
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports as { __wbindgen_start?: () => void }).__wbindgen_start?.();
  return bindings;
}

async function withEngine<Result>(url: string, work: (engine: SchemaEngine) => Promise<Result>): Promise<Result> {
  loaded ??= loadEngine();
  const { SchemaEngine } = await loaded;
  const adapters = new WholeScripts(url);
  try {
    const datamodels = [['schema.prisma', readFileSync(schemaPath, 'utf8')]];
    return await work(
      await SchemaEngine.new({ datamodels }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapters)),
    );
  } catch (error) {
    throw adapters.refusal ?? error;
  } finally {
    for (const adapter of adapters.opened) await adapter.dispose();
  }
}

async function applyMigrations(url: string): Promise<string[]> {
  return withEngine(url, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: migrationsList(),
      filters: noFilters,
    });
    return appliedMigrationNames;
  });
}

/**
 * SQL that brings tables made by one schema to another. The engine can also read the tables of a database themselves,
 * but not as WebAssembly: it panics on PostgreSQL's catalogue.
 * @param url any PostgreSQL: the engine asks for its version
 */
export async function schemaChanges(url: string, before: string, after: string): Promise<string> {
  const model = (content: string) => ({ tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content }] });
  return withEngine(url, async (engine) => {
    const options = { script: true, shadowDatabaseUrl: null, exitCode: null, filters: noFilters };
    const { stdout } = await engine.diff({ from: model(before), to: model(after), ...options });
    return stdout ?? '';
  });
}

function migrationsList(): MigrationsList {
  const names = readdirSync(migrationsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: migrationsFolder,
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: names.map((path) => ({
      path,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(migrationsFolder, path, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

/**
 * Brings a database up to date: our tables and rules, and the tables of the job queue.
 * @returns names of what was applied
 * @throws CannotStart when the database cannot be reached, or refuses a change
 */
export async function migrate(url: string): Promise<string[]> {
  const client = await reachDatabase(url);
  try {
    // one at a time, also when several processes start at once
    await client.query('select pg_advisory_lock(4211)');
    const { rows } = await client.query<{ exists: boolean }>(
      `select to_regclass('_prisma_migrations') is not null as exists`,
    );
    if (rows[0]?.exists === true) await client.query(forgetUnfinished);
    const applied = await applyMigrations(url);
    await runMigrations({ connectionString: url });
    return applied;
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  const url = process.env.DATABASE_URL ?? '';
  if (url === '') {
    process.stderr.write(
      'Set DATABASE_URL to the database to migrate. Without one, npm start keeps and migrates its own.\n',
    );
    process.exit(1);
  }
  const applied = await migrate(url).catch((error: unknown) => {
    if (!(error instanceof CannotStart)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  console.log(applied.length === 0 ? 'Nothing to do.' : `Applied: ${applied.join(', ')}`);
}
