import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { setApartInAll } from '#app/modules/ledger/queries/set-apart.query.server.ts';
import { openChanges, type Changes } from '#app/platform/changes.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { openListener, type Listener } from '#app/platform/listener.server.ts';
import { openLog } from '#app/platform/log.server.ts';
import { readCatalogue, watchReads } from '#app/platform/read-watch.server.ts';
import { forgetful, openMemory, type Memory, type Remember } from '#app/platform/remember.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let listener: Listener;
let changes: Changes;
let memory: Memory;
let made = 0;

const themes = async (database: Database) => {
  made += 1;
  return { count: await database.theme.count() };
};
const ask = async () => memory.rememberWith(own.database)('themes', themes);

/** Everything that was committed was heard. On a busy machine that takes longer than a visitor would wait. */
const everythingHeard = async () => vi.waitUntil(async () => changes.catchUp(), { timeout: 60_000 });

beforeAll(async () => {
  listener = openListener(own.url, openLog({ logLevel: 'silent' }));
  changes = openChanges(listener);
  await everythingHeard();
});
afterAll(async () => listener.close());
beforeEach(() => {
  made = 0;
  memory = openMemory({ ...changes, isCertain: () => true }, async () => readCatalogue(own.database));
});

test('is made once, and again after a change of what it was made from', async () => {
  const first = await ask();
  expect(await ask()).toBe(first);
  await own.database.$executeRaw`update area set name = name`;
  await everythingHeard();
  expect(await ask()).toBe(first);
  expect(made).toBe(1);
  await own.database.$executeRaw`update theme set name = name`;
  await everythingHeard();
  await ask();
  expect(made).toBe(2);
});

test('what votes set apart of all money is asked once, and again after a change of accounts', async () => {
  const remember: Remember = async (key, make) =>
    memory.rememberWith(own.database)(key, async (reading) => {
      made += 1;
      return make(reading);
    });
  for (const time of ['made', 'remembered']) expect(await setApartInAll(remember), time).toBe(0);
  expect(made).toBe(1);
  await own.database.$executeRaw`update ledger_account set reserved_cents = reserved_cents`;
  await everythingHeard();
  await setApartInAll(remember);
  expect(made).toBe(2);
});

test('is asked for by its key', async () => {
  await ask();
  const other = await memory.rememberWith(own.database)('areas', async (database) => ({
    count: await database.area.count(),
  }));
  expect(other.count).toBe(await own.database.area.count());
  expect((await ask()).count).toBe(await own.database.theme.count());
});

test('a page that uses it is made from the same tables, whether it was remembered or not', async () => {
  const catalogue = await readCatalogue(own.database);
  for (const time of ['made', 'remembered']) {
    const page = watchReads(own.database, catalogue);
    const remember = memory.rememberWith(page.database, (tables) => {
      for (const table of tables) page.reads.tables.add(table);
    });
    await remember('themes', themes);
    expect([...page.reads.tables], time).toEqual(['theme']);
  }
  expect(made).toBe(1);
});

test.each([
  [
    'a table that does not tell when it changes',
    async (database: Database) => ({ n: await database.signInCode.count() }),
  ],
  [
    'the clock',
    async (database: Database) => ({ rows: await database.$queryRaw`select now(), count(*)::int from theme` }),
  ],
])('what is made from %s is not remembered', async (_from, make: (database: Database) => Promise<object>) => {
  const remember = memory.rememberWith(own.database);
  const first = await remember('other', make);
  expect(await remember('other', make)).not.toBe(first);
});

test('nothing is remembered where nobody hears what changes', async () => {
  const first = await ask();
  const deaf = { ...changes, isCertain: () => false, catchUp: async () => Promise.resolve(false) };
  memory = openMemory(deaf, async () => readCatalogue(own.database));
  await ask();
  expect(await ask()).not.toBe(first);
  await forgetful(own.database)('themes', themes);
  expect(made).toBe(4);
});
