import { randomUUID } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { openMeilisearchEngine, type MeilisearchEngine } from '#app/modules/search/meilisearch/engine.server.ts';
import { FakeMeili } from './meili-fake/fake-meili.ts';

export type OpenedMeilisearch = { engine: MeilisearchEngine; close: () => Promise<void> };

/** No test is about how quick a server is: a busy machine takes many times as long. */
const timeoutMs = 30_000;

export async function onTheFake(): Promise<OpenedMeilisearch> {
  const fake = await new FakeMeili().start();
  const { url, key } = fake;
  const engine = openMeilisearchEngine({ url, key, timeoutMs, index: 'wijkbeurs' });
  return { engine, close: async () => fake.die() };
}

/** `MEILI_TEST_URL=http://localhost:7700 MEILI_TEST_KEY=…`: the same tests on a real server, in an index of their own. */
export const realServer = process.env.MEILI_TEST_URL ?? '';

export async function onARealServer(): Promise<OpenedMeilisearch> {
  const key = process.env.MEILI_TEST_KEY ?? null;
  const index = `wijkbeurs-test-${randomUUID()}`;
  const engine = openMeilisearchEngine({ url: realServer, key, timeoutMs, index });
  const client = new Meilisearch({ host: realServer, ...(key === null ? {} : { apiKey: key }) });
  const close = async () => {
    for (const uid of [index, `${index}-next`, `${index}-state`]) await client.deleteIndexIfExists(uid);
  };
  return Promise.resolve({ engine, close });
}
