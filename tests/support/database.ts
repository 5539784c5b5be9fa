import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database } from '#app/platform/database.server.ts';
import { filledPrefix, templateName } from './database-server.ts';

/** A database of one test file's own: a copy of the migrated template. */
export type TestDatabase = { readonly url: string; readonly database: Database };

/** What many test files want in their database: filled in once, then copied. The name is part of a database's. */
export type SharedFilling = { name: string; fill: (database: Database) => Promise<void> };

/**
 * Call at the top of a test file; use the result inside tests and hooks only.
 * @param settings of PostgreSQL, for every connection
 */
export function useTestDatabase(filling?: SharedFilling, settings: Record<string, string> = {}): TestDatabase {
  const name = `wijkbeurs_test_${randomBytes(6).toString('hex')}`;
  let url: string | undefined;
  let database: Database | undefined;

  beforeAll(async () => {
    const serverUrl = inject('serverUrl');
    const template = filling === undefined ? templateName : await filledTemplate(serverUrl, filling);
    await asAdmin(serverUrl, `create database ${name} template ${template} ${strategy}`);
    url = addressOf(serverUrl, name, settings);
    database = openDatabase(url);
  });

  afterAll(async () => {
    await database?.$disconnect();
    await asAdmin(inject('serverUrl'), `drop database if exists ${name} with (force)`);
  });

  return {
    get url() {
      if (url === undefined) throw new Error('the database exists from beforeAll on');
      return url;
    },
    get database() {
      if (database === undefined) throw new Error('the database exists from beforeAll on');
      return database;
    },
  };
}

function addressOf(serverUrl: string, name: string, settings: Record<string, string> = {}): string {
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  for (const [key, value] of Object.entries(settings)) address.searchParams.append('options', `-c ${key}=${value}`);
  return address.href;
}

/** The first file that wants it fills it, under another name until it is full; others wait for that. */
async function filledTemplate(serverUrl: string, { name, fill }: SharedFilling): Promise<string> {
  const filled = `${filledPrefix}${name}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7263)');
    const { rowCount } = await client.query('select from pg_database where datname = $1', [filled]);
    if (rowCount !== 0) return filled;
    const halfway = `${filled}_halfway`;
    await asAdmin(serverUrl, `drop database if exists ${halfway} with (force)`);
    await asAdmin(serverUrl, `create database ${halfway} template ${templateName}`);
    const database = openDatabase(addressOf(serverUrl, halfway));
    try {
      await fill(database);
    } finally {
      await database.$disconnect();
    }
    await asAdmin(serverUrl, `alter database ${halfway} rename to ${filled}`);
    return filled;
  } finally {
    await client.end();
  }
}

/** Through the log costs a third more, but a server that stays may have much to write down before its files can be copied. */
const strategy = process.env.DATABASE_URL === undefined ? 'strategy file_copy' : '';

/** Copies of one template wait for each other: PostgreSQL allows one at a time. */
async function asAdmin(serverUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7261)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}
