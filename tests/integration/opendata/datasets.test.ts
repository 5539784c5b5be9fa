import { describe, expect, test } from 'vitest';
import { datasets } from '#app/modules/opendata/datasets/index.server.ts';
import { everyPage } from '#app/modules/opendata/bulk.server.ts';
import { oneRow, pageOfRows, sizeOfDataset } from '#app/modules/opendata/queries/dataset.query.server.ts';
import { whitelisted, type Strictness } from '#app/modules/opendata/whitelist.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { sharedDemo } from '#tests/support/demo.ts';

const own = useTestDatabase(sharedDemo);

const strictness: Strictness = {
  isStrict: true,
  report: () => {
    throw new Error('nothing is left out in strict mode');
  },
};

describe.each(datasets.map((dataset) => [dataset.slug, dataset] as const))('%s', (_slug, dataset) => {
  test('every row is as its schema says, and has a key of its own', async () => {
    const { database } = own;
    const keys = new Set<unknown>();
    for await (const rows of everyPage(dataset, { database, strictness }))
      for (const row of rows) keys.add((row as Record<string, unknown>)[dataset.key]);
    const { count } = await sizeOfDataset(database, dataset);
    expect(keys.size).toBe(count);
    expect(count).toBeGreaterThan(0);
  });

  test('pages of three hold the same rows in the same order as one page', async () => {
    const { database } = own;
    const whole = (await pageOfRows(database, dataset, { size: 20 })).rows;
    const parts: unknown[] = [];
    let after = null;
    while (parts.length < whole.length) {
      const page: Awaited<ReturnType<typeof pageOfRows>> = await pageOfRows(database, dataset, { after, size: 3 });
      parts.push(...page.rows);
      if (page.next === null) break;
      after = page.next;
    }
    expect(parts.slice(0, whole.length)).toEqual(whole);
  });

  test('a row is found by its key', async () => {
    const { database } = own;
    const [first] = (await pageOfRows(database, dataset, { size: 1 })).rows;
    const key = first?.[dataset.key];
    expect(await oneRow(database, dataset, typeof key === 'string' ? key : '')).toEqual(first);
    expect(await oneRow(database, dataset, "nothing'; --")).toBeNull();
    expect(whitelisted(dataset, first, strictness)).toEqual(first);
  });
});

test('what an evening asked is in no file before its report is out', async () => {
  const { database } = own;
  const dataset = datasets.find(({ slug }) => slug === 'agenda-items');
  if (dataset === undefined) throw new Error('the dataset is gone');
  expect((await sizeOfDataset(database, dataset)).count).toBeGreaterThan(0);
  await database.$transaction([
    // a report that is out stays out: here it never was
    database.$executeRaw`set local session_replication_role = replica`,
    database.$executeRaw`update gathering_report set published_at = null`,
  ]);
  expect((await sizeOfDataset(database, dataset)).count).toBe(0);
  const items = await database.gatheringAgendaItem.findMany({ select: { id: true } });
  expect(
    await dataset.rows(
      database,
      items.map(({ id }) => id),
    ),
  ).toEqual([]);
});
