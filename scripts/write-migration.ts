/**
 * `npm run migration -- <name>`: writes the migration that brings the tables to what prisma/schema.prisma says.
 * It compares with the migrations so far, applied to a throwaway database. Rules (checks, triggers) are added by hand.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './embedded-postgres.ts';
import { migrate, schemaChanges } from './migrate.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('Give the migration a name of small letters: npm run migration -- add_meetings\n');
  process.exit(1);
}

const folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-migration-'));
const postgres = await startPostgres({ folder: join(folder, 'postgres'), throwaway: true });
try {
  await migrate(postgres.url);
  const sql = await schemaChanges(postgres.url);
  if (sql.trim() === '' || sql.includes('This is an empty migration')) {
    console.log('The tables are what the schema says: nothing to write.');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const target = fileURLToPath(new URL(`../prisma/migrations/${stamp}_${name}`, import.meta.url));
    await mkdir(target);
    await writeFile(join(target, 'migration.sql'), sql);
    console.log(`Written: ${target}/migration.sql\nRead it, add the rules, and run npm test.`);
  }
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
