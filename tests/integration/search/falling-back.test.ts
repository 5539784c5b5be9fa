import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSearch } from '#app/modules/search/engines.server.ts';
import { catchUp } from '#app/modules/search/keeping/catch-up.server.ts';
import { checkIndex } from '#app/modules/search/keeping/check.server.ts';
import { fillIndex } from '#app/modules/search/keeping/fill.server.ts';
import { keepUp } from '#app/modules/search/keeping/keeper.server.ts';
import { openTurns } from '#app/modules/search/keeping/turns.server.ts';
import type { SearchEngine } from '#app/modules/search/port.ts';
import type { Search } from '#app/modules/search/searching.ts';
import { openDatabase, type Database } from '#app/platform/database.server.ts';
import { readEnv, type MeilisearchSettings } from '#app/platform/env.server.ts';
import { openListener } from '#app/platform/listener.server.ts';
import { openLog } from '#app/platform/log.server.ts';
import { health } from '#app/server/health.ts';
import { makeInitiative } from '#tests/factories/index.ts';
import { questionOf } from '#tests/search/contract.ts';
import { keepingOf, noWords, type TestKeeping } from '#tests/search/keeping.ts';
import { FakeMeili } from '#tests/search/meili-fake/fake-meili.ts';
import { testBankKeys } from '#tests/support/bank-keys.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const lines: { level: number; reason?: string }[] = [];
const databases: Database[] = [];
/** A busy machine takes many times as long. */
const patience = { timeout: 60_000, interval: 20 };

/** Searching as a process of its own has it, with this Meilisearch. */
function openWith(meilisearch: MeilisearchSettings): Search {
  const database = openDatabase(own.url);
  databases.push(database);
  const env = { ...readEnv({ WIJKBEURS_MODE: 'demo', BANK_ACCOUNT_KEYS: testBankKeys }), meilisearch };
  const write = (line: string) => {
    lines.push(JSON.parse(line) as { level: number });
  };
  const log = openLog({ ...env, logLevel: 'info' }, { write });
  const clock = { now: () => new Date() };
  return openSearch({ ...{ env, database, log, clock }, rest: { first: 1, longest: 20 }, checkEvery: 20 });
}

let fake: FakeMeili;
let keeping: TestKeeping;
let search: Search;

const settings = (): MeilisearchSettings => ({ url: fake.url, key: fake.key, timeoutMs: 2000, index: 'wijkbeurs' });
const ask = async (text = 'fietslessen') => search.search(questionOf({ text }));
const meilisearchOf = ({ engines }: Search): SearchEngine => {
  const engine = engines.find(({ name }) => name === 'meilisearch');
  if (engine === undefined) throw new Error('there is no Meilisearch');
  return engine;
};
const answeredBy = async (name: SearchEngine['name']) =>
  vi.waitFor(async () => {
    const { engine, hits } = await ask();
    expect(hits.map(({ title }) => title)).toContain('Fietslessen');
    expect(engine).toBe(name);
  }, patience);

beforeAll(async () => {
  fake = await new FakeMeili().start();
  search = openWith(settings());
  keeping = await keepingOf(own, search.engines);
  await makeInitiative(own.database, { title: 'Fietslessen' });
  for (const engine of search.engines) {
    await fillIndex(keeping, engine, noWords);
    await catchUp(keeping, engine);
  }
});

beforeEach(() => {
  fake.delay = 0;
  fake.failing = null;
  lines.length = 0;
});

afterAll(async () => {
  await fake.die();
  await keeping.turns.close();
  for (const database of databases) await database.$disconnect();
});

describe('Meilisearch answers first, and PostgreSQL when it does not', () => {
  test('both give the same answer in the same shape', async () => {
    await answeredBy('meilisearch');
    const { engine, ...answer } = await ask();
    await fake.die();
    await answeredBy('postgresql');
    const { engine: other, ...otherAnswer } = await ask();
    expect([engine, other]).toEqual(['meilisearch', 'postgresql']);
    expect(otherAnswer).toEqual(answer);
    await fake.start();
    await answeredBy('meilisearch');
  });

  test.each([
    ['it fails', () => (fake.failing = 503), 'down'],
    ['something else listens there', () => (fake.failing = 404), 'failed'],
  ])('when %s, and again when it works', async (_what, breakIt, reason) => {
    await answeredBy('meilisearch');
    breakIt();
    await vi.waitFor(async () => {
      expect((await ask()).engine).toBe('postgresql');
      expect(search.status()).toMatchObject({ answers: 'postgresql', meilisearch: { answers: false, reason } });
    }, patience);
    fake.failing = null;
    await answeredBy('meilisearch');
    expect(search.status()).toMatchObject({ answers: 'meilisearch', meilisearch: { answers: true, reason: null } });
    expect(lines.filter((line) => line.reason === reason)).toHaveLength(1);
  });

  test('when it is slow', async () => {
    const hasty = openWith({ ...settings(), timeoutMs: 1000 });
    const hastily = async () => hasty.search(questionOf({ text: 'fietslessen' }));
    await vi.waitFor(async () => {
      expect((await hastily()).engine).toBe('meilisearch');
    }, patience);
    fake.delay = 3000;
    await vi.waitFor(async () => {
      expect((await hastily()).engine).toBe('postgresql');
      expect(hasty.status().meilisearch?.reason).toBe('slow');
    }, patience);
  });

  test.each([
    ['a wrong key', { key: 'wrong' }, 'key'],
    ['no key', { key: null }, 'key'],
    ['nobody at the address', { url: 'http://127.0.0.1:9' }, 'down'],
  ])('with %s', async (_what, wrong, reason) => {
    const other = openWith({ ...settings(), ...wrong });
    const { hits } = await other.search(questionOf({ text: 'fietslessen' }));
    expect(hits.map(({ title }) => title)).toContain('Fietslessen');
    await vi.waitFor(() => {
      expect(other.status()).toMatchObject({ answers: 'postgresql', meilisearch: { answers: false, reason } });
    }, patience);
    expect((await other.search(questionOf({ text: 'fietslessen' }))).engine).toBe('postgresql');
  });

  test('while it is behind the database', async () => {
    await answeredBy('meilisearch');
    await own.database.$executeRaw`
      insert into search_change (kind, key, done_by, noted_at)
        values ('initiative', 'x', array['postgresql'], now() - interval '5 minutes')`;
    await answeredBy('postgresql');
    await catchUp(keeping, meilisearchOf(search));
    await answeredBy('meilisearch');
  });

  test('when it lost its index, until that was filled anew', async () => {
    await answeredBy('meilisearch');
    fake.forget();
    await vi.waitFor(async () => {
      expect((await ask()).engine).toBe('postgresql');
      const row = await own.database.searchIndex.findUniqueOrThrow({ where: { engine: 'meilisearch' } });
      expect(row.filledAt).toBeNull();
    }, patience);
    await fillIndex(keeping, meilisearchOf(search), noWords);
    await answeredBy('meilisearch');
  });

  test('who watches over the installation sees it, and is not told that it is broken', async () => {
    await answeredBy('meilisearch');
    const server = express()
      .get('/', health({ database: own.database }, null, search))
      .listen(0);
    const { port } = server.address() as AddressInfo;
    const told = async () => {
      const response = await fetch(`http://127.0.0.1:${String(port)}/`);
      expect(response.status).toBe(200);
      return (await response.json()) as Record<string, string>;
    };
    expect(await told()).toMatchObject({ search: 'meilisearch', meilisearch: 'ok' });
    await fake.die();
    await vi.waitFor(async () => {
      await ask();
      expect(await told()).toMatchObject({ search: 'postgresql', meilisearch: 'down' });
    }, patience);
    await fake.start();
    await answeredBy('meilisearch');
    server.close();
  });

  test('nothing of what was asked is in the log', async () => {
    await fake.die();
    await answeredBy('postgresql');
    expect(JSON.stringify(lines)).not.toContain('fiets');
    expect(JSON.stringify(lines)).not.toContain(fake.key);
    await fake.start();
    await answeredBy('meilisearch');
  });
});

test('killed under load and started again: no search fails, and afterwards it has everything that changed', async () => {
  const listener = openListener(own.url, openLog(readEnv({ WIJKBEURS_MODE: 'demo', LOG_LEVEL: 'silent' })));
  const turns = openTurns(own.url);
  const keeper = await keepUp({ ...keeping, turns }, { listener, words: async () => Promise.resolve(noWords) });
  await keeper.ready;
  await answeredBy('meilisearch');

  let isDone = false;
  const failed: unknown[] = [];
  const count = { meilisearch: 0, postgresql: 0 };
  const visitor = async () => {
    while (!isDone)
      await ask().then(
        ({ engine, hits }) => {
          count[engine] += 1;
          if (!hits.some(({ title }) => title === 'Fietslessen')) failed.push('not found');
        },
        (error: unknown) => failed.push(error),
      );
  };
  const visitors = Array.from({ length: 20 }, visitor);
  const answers = async (engine: SearchEngine['name'], more: number) => {
    const before = count[engine];
    await vi.waitFor(() => {
      expect(count[engine]).toBeGreaterThanOrEqual(before + more);
    }, patience);
  };

  await answers('meilisearch', 50);
  for (let round = 1; round <= 3; round += 1) {
    await fake.die();
    await answers('postgresql', 50);
    await makeInitiative(own.database, { title: `Terwijl het stil was ${String(round)}` });
    await answers('postgresql', 50);
    await fake.start();
    await answers('meilisearch', 50);
  }
  isDone = true;
  await Promise.all(visitors);
  expect(failed).toEqual([]);

  const engine = meilisearchOf(search);
  await vi.waitFor(async () => {
    const { hits } = await engine.search(questionOf({ text: 'stil' }), noWords);
    expect(new Set(hits.map(({ title }) => title)).size).toBe(3);
  }, patience);
  expect((await checkIndex({ ...keeping, turns }, engine, { isMended: false })).differences).toEqual([]);
  await keeper.stop();
  await listener.close();
});
