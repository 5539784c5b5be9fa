import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPostgresqlEngine } from '#app/modules/search/postgresql/engine.server.ts';
import type { SearchEngine } from '#app/modules/search/port.ts';
import { fillJudged, scoresOf } from '#tests/search/judged/ask.ts';
import { summaryOf } from '#tests/search/judged/evaluate.ts';
import { heldOutQueries, judgedQueries } from '#tests/search/judged/queries.ts';
import { onARealServer, onTheFake, realServer, type OpenedMeilisearch } from '#tests/search/meili-servers.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
const queries = [...judgedQueries(), ...heldOutQueries()];

const recallOf = async (engine: SearchEngine) => summaryOf(await scoresOf(engine, queries)).recall;

describe.each([
  ['the fake', onTheFake, false],
  ['a real server', onARealServer, realServer === ''],
] as const)('Meilisearch, %s', (_name, open, isSkipped) => {
  let opened: OpenedMeilisearch | null = null;

  beforeAll(async () => {
    opened = isSkipped ? null : await open();
  });

  afterAll(async () => opened?.close());

  test.skipIf(isSkipped)('shows as much of what helps as the embedded engine', async () => {
    const embedded = openPostgresqlEngine(own.database);
    const meilisearch = opened?.engine ?? embedded;
    await fillJudged(embedded);
    await fillJudged(meilisearch);
    expect(await recallOf(meilisearch)).toBeGreaterThanOrEqual((await recallOf(embedded)) - 0.005);
  });
});
