import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openChanges, type Changes } from '#app/platform/changes.server.ts';
import { openListener, type Listener } from '#app/platform/listener.server.ts';
import { openLog } from '#app/platform/log.server.ts';
import { readCatalogue, watchReads, type Catalogue } from '#app/platform/read-watch.server.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let listener: Listener;
let changes: Changes;
let catalogue: Catalogue;

beforeAll(async () => {
  listener = openListener(own.url, openLog({ logLevel: 'silent' }));
  changes = openChanges(listener);
  catalogue = await readCatalogue(own.database);
});
afterAll(async () => listener.close());

describe('what the database tells', () => {
  test('a commit, with the table; not a rollback, and not what was left out on purpose', async () => {
    await expect.poll(async () => changes.catchUp()).toBe(true);
    expect(changes.isCertain()).toBe(true);
    const before = changes.moment();
    await own.database
      .$transaction(async (tx) => {
        await tx.$executeRaw`update theme set name = name`;
        throw new Error('back');
      })
      .catch(() => undefined);
    await own.database.signInCode.deleteMany();
    expect(await changes.catchUp()).toBe(true);
    expect(changes.moment()).toBe(before);

    await own.database.$executeRaw`update theme set name = name`;
    expect(await changes.catchUp()).toBe(true);
    expect(changes.changedSince(before, ['theme'])).toBe(true);
    expect(changes.changedSince(before, ['fund', 'area'])).toBe(false);
    expect(changes.changedSince(changes.moment(), ['theme'])).toBe(false);
  });

  test('also of what is changed past the rules, emptied, or changed by a rule', async () => {
    for (const change of [
      'set local session_replication_role = replica; update theme set name = name',
      'truncate theme cascade',
    ]) {
      const before = changes.moment();
      await own.database.$transaction(async (tx) => {
        for (const one of change.split('; ')) await tx.$executeRawUnsafe(one);
      });
      await changes.catchUp();
      expect(changes.changedSince(before, ['theme']), change).toBe(true);
    }
    const before = changes.moment();
    await own.database.$executeRaw`notify changed, '*'`;
    await changes.catchUp();
    expect(changes.changedSince(before, ['area']), 'everything').toBe(true);
  });

  test('doubt makes nothing certain until it was asked', async () => {
    await changes.catchUp();
    expect(changes.isCertain()).toBe(true);
    changes.doubt();
    expect(changes.isCertain()).toBe(false);
    expect(await changes.catchUp()).toBe(true);
    expect(changes.isCertain()).toBe(true);
  });

  test('after the connection was gone everything may have changed', async () => {
    await changes.catchUp();
    const before = changes.moment();
    await own.database.$queryRaw`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like '%pg_notify%' and pid <> pg_backend_pid()`;
    await expect.poll(() => changes.changedSince(before, ['area']), { timeout: 20_000 }).toBe(true);
    await expect.poll(async () => changes.catchUp(), { timeout: 20_000 }).toBe(true);
  });
});

describe('what a reader reads is noted', () => {
  const read = async (ask: (database: typeof own.database) => Promise<unknown>) => {
    const { database, reads } = watchReads(own.database, catalogue);
    await ask(database);
    return { tables: [...reads.tables].sort(), isFixed: reads.isFixed };
  };

  test('by model, with every relation that is selected, filtered, sorted or counted by', async () => {
    const { tables } = await read((database) =>
      database.initiative.findMany({
        where: { themes: { some: { theme: { slug: 'x' } } } },
        orderBy: { body: { position: 'asc' } },
        select: { slug: true, _count: { select: { events: true } } },
      }),
    );
    expect(tables).toEqual(['body', 'initiative', 'initiative_event', 'initiative_theme', 'theme']);
  });

  test('by name in SQL, through functions and views, and inside a transaction', async () => {
    expect((await read((database) => database.$queryRaw`select 1 from fund f join area on true`)).tables).toEqual(
      expect.arrayContaining(['area', 'fund']),
    );
    await own.database
      .$executeRaw`create function names_of_themes() returns bigint language sql as 'select count(*) from theme'`;
    await own.database.$executeRaw`create view many_themes as select names_of_themes() as count`;
    catalogue = await readCatalogue(own.database);
    const found = await read((database) =>
      database.$transaction(async (tx) => tx.$queryRaw`select count from many_themes`),
    );
    expect(found).toEqual({ tables: ['theme'], isFixed: true });
  });

  test('asking the time or for something by chance too', async () => {
    expect((await read((database) => database.$queryRaw`select now()`)).isFixed).toBe(false);
    await own.database.$executeRaw`create function later() returns timestamptz language sql as 'select now()'`;
    catalogue = await readCatalogue(own.database);
    expect((await read((database) => database.$queryRaw`select later()`)).isFixed).toBe(false);
    expect((await read((database) => database.theme.count())).isFixed).toBe(true);
  });

  test('tables behind public pages tell when they change; what many write and nobody reads there does not', () => {
    const tells = (table: string) => catalogue.telling.has(table);
    const behindPages = [
      'initiative',
      'decision',
      'ledger_entry',
      'fund',
      'gathering_note',
      'minutes_publication',
      'log_leaf',
    ];
    expect(behindPages.filter((table) => !tells(table))).toEqual([]);
    expect(['session', 'message', 'sign_in_code', 'gathering_pulse', 'bank_account'].filter(tells)).toEqual([]);
  });
});
