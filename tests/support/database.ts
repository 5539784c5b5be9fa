import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { openDatabase, type Database } from '#app/platform/database.server.ts';
import { templateName } from './database-server.ts';

/** A database of one test file's own: a copy of the migrated template. */
export type TestDatabase = { readonly url: string; readonly database: Database };

/** Call at the top of a test file; use the result inside tests and hooks only. */
export function useTestDatabase(): TestDatabase {
  const name = `wijkbeurs_test_${randomBytes(6).toString('hex')}`;
  let url: string | undefined;
  let database: Database | undefined;

  beforeAll(async () => {
    const serverUrl = inject('serverUrl');
    await asAdmin(serverUrl, `create database ${name} template ${templateName}`);
    const own = new URL(serverUrl);
    own.pathname = `/${name}`;
    url = own.href;
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
