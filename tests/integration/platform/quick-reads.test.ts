import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type Database } from '#app/platform/database.server.ts';
import { quickReads } from '#app/platform/quick-reads.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let database: Database;

beforeAll(() => {
  const address = new URL(own.url);
  address.searchParams.set('options', '-c work_mem=5MB');
  database = openDatabase(address.href);
});
afterAll(async () => database.$disconnect());

test('a read is broken off and writes nothing, also where the address of the database has options of its own', async () => {
  const reads = quickReads(database);
  const [row] = await reads.rows<Record<string, string>>(
    `select current_setting('statement_timeout') as statement, current_setting('lock_timeout') as lock,
       current_setting('work_mem') as own`,
    [],
  );
  expect(row).toEqual({ statement: '1500ms', lock: '1500ms', own: '5MB' });
  await expect(reads.rows('delete from search_page_a', [])).rejects.toThrow('read-only');
});
