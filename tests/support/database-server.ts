import { chmod, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '#scripts/migrate.ts';
import { startPostgres } from '#scripts/embedded-postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    serverUrl: string;
  }
}

/**
 * One PostgreSQL for all test files, with a migrated template that each file copies (tests/support/database.ts).
 * With DATABASE_URL that server is used, and must allow creating databases; else an embedded one in a temporary folder.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const folder =
    given === undefined ? await mkdtemp(join(await placeForData(), `${folderPrefix}${String(process.pid)}-`)) : null;
  // the user that PostgreSQL runs as when root tests must be able to enter
  if (folder !== null) await chmod(folder, 0o755);
  const server = folder === null ? null : await startPostgres({ folder: join(folder, 'postgres'), throwaway: true });
  const serverUrl = given ?? server?.url ?? '';
  await recreateTemplate(serverUrl);
  project.provide('serverUrl', serverUrl);
  return async () => {
    await server?.stop();
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  };
}

const folderPrefix = 'wijkbeurs-test-';
const inMemory = '/dev/shm';
const enough = 3 * 1024 ** 3;

/**
 * Every test file makes a database of thousands of files and throws it away: in memory that is four times less work.
 * A container that gives little of it works on disk.
 */
async function placeForData(): Promise<string> {
  await removeLeftovers();
  const space = await statfs(inMemory).catch(() => null);
  const isEnough = space !== null && space.bavail * space.bsize > enough && process.availableMemory() > 2 * enough;
  return isEnough ? inMemory : tmpdir();
}

/** Of a run that was killed. Its PostgreSQL, if it still runs, stops within a minute when it finds its folder gone. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(inMemory).catch(() => [])) {
    const pid = Number(name.split('-')[2]);
    if (!name.startsWith(folderPrefix) || !Number.isInteger(pid) || isAlive(pid)) continue;
    await rm(join(inMemory, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // there is one, of somebody else
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

export const templateName = 'wijkbeurs_test_template';
/** Of templates that test files fill for each other (tests/support/database.ts). */
export const filledPrefix = 'wijkbeurs_test_filled_';

async function recreateTemplate(serverUrl: string): Promise<void> {
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${templateName} with (force)`);
  await admin.query(`create database ${templateName}`);
  // on a server that stays there may be some of an earlier run, made of older tables
  const { rows } = await admin.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [filledPrefix],
  );
  for (const { datname } of rows) await admin.query(`drop database ${datname} with (force)`);
  await admin.end();
  const url = new URL(serverUrl);
  url.pathname = `/${templateName}`;
  await migrate(url.href);
}
