/**
 * `npm run migration -- <name>`: writes the migration for what changed in prisma/schema.prisma since the last one was
 * committed. Rules (checks, triggers) are added to it by hand.
 */
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './embedded-postgres.ts';
import { schemaChanges } from './migrate.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const schema = 'prisma/schema.prisma';

function git(...options: string[]): string {
  return execFileSync('git', options, { cwd: project, encoding: 'utf8' });
}

/** A migration and the schema that it belongs to are committed together. */
function schemaOfLastMigration(): string {
  const commit = git('log', '-1', '--format=%H', '--', 'prisma/migrations').trim();
  return git('show', `${commit}:${schema}`);
}

/** Migrations are applied in the order of their names. */
async function stampAfterTheLast(): Promise<number> {
  const stamps = (await readdir(join(project, 'prisma/migrations'))).map((entry) => Number.parseInt(entry, 10));
  const now = Number(new Date().toISOString().replace(/\D/g, '').slice(0, 14));
  return Math.max(now, ...stamps.filter(Number.isInteger).map((stamp) => stamp + 1));
}

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Give the migration a name of small letters: npm run migration -- add_meetings\n');
  process.exit(1);
}

const folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-migration-'));
const postgres = await startPostgres({ folder: join(folder, 'postgres'), throwaway: true });
try {
  const sql = await schemaChanges(postgres.url, schemaOfLastMigration(), await readFile(join(project, schema), 'utf8'));
  if (/^(--.*|\s)*$/.test(sql)) {
    console.log('The schema did not change since the last committed migration: nothing to write.');
  } else {
    const stamp = await stampAfterTheLast();
    const file = join('prisma/migrations', `${stamp}_${name}`, 'migration.sql');
    await mkdir(join(project, file, '..'));
    await writeFile(join(project, file), sql);
    console.log(`Written: ${file}\nRead it, add the rules, and run npm test.`);
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
