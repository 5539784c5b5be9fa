import { beforeAll, expect, test } from 'vitest';
import { openPostgresqlEngine } from '#app/modules/search/postgresql/engine.server.ts';
import type { SearchEngine } from '#app/modules/search/port.ts';
import { fillJudged, scoresOf } from '#tests/search/judged/ask.ts';
import { summaryOf } from '#tests/search/judged/evaluate.ts';
import { heldOutQueries, judgedQueries } from '#tests/search/judged/queries.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let engine: SearchEngine;

beforeAll(async () => {
  engine = openPostgresqlEngine(own.database);
  await fillJudged(engine);
});

/** Told when it fails: what was missed says more than a number. */
async function judged(queries: ReturnType<typeof judgedQueries>) {
  const scores = await scoresOf(engine, queries);
  const missed = scores.filter((score) => score.missed.length > 0);
  return {
    ...summaryOf(scores),
    missed: missed.map(({ query, missed: keys }) => `${query.text}: ${keys.join(', ')}`).join('\n'),
  };
}

/** What the engine reaches; 0.95 is what it is made for. Raise it with the engine, never lower it. */
const floors = { judged: { recall: 0.96, ndcg: 0.88 }, heldOut: { recall: 0.96, ndcg: 0.88 } };

test('of what helps, the embedded engine shows nearly all among the first ten', async () => {
  const { recall, ndcg, missed } = await judged(judgedQueries());
  expect(recall, missed).toBeGreaterThanOrEqual(floors.judged.recall);
  expect(ndcg).toBeGreaterThanOrEqual(floors.judged.ndcg);
});

test('it also answers what nobody thought of while it was made', async () => {
  const { recall, ndcg, missed } = await judged(heldOutQueries());
  expect(recall, missed).toBeGreaterThanOrEqual(floors.heldOut.recall);
  expect(ndcg).toBeGreaterThanOrEqual(floors.heldOut.ndcg);
});
