/**
 * `npm run judge`: how good the answers of the embedded engine are, on the judged queries and on those held out, per kind of query, with
 * what was missed. In a throw-away database.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresqlEngine } from '#app/modules/search/postgresql/engine.server.ts';
import { openDatabase } from '#app/platform/database.server.ts';
import { startPostgres } from '#scripts/embedded-postgres.ts';
import { migrate } from '#scripts/migrate.ts';
import { fillJudged, scoresOf } from './judged/ask.ts';
import { summaryOf } from './judged/evaluate.ts';
import { heldOutQueries, judgedQueries } from './judged/queries.ts';

const folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-judge-'));
// when root runs this, PostgreSQL runs as another user, who must be able to enter
await chmod(folder, 0o755);
const server = await startPostgres({ folder: join(folder, 'postgres'), throwaway: true });
try {
  await migrate(server.url);
  const database = openDatabase(server.url);
  const engine = openPostgresqlEngine(database);
  await fillJudged(engine);
  for (const [name, queries] of [
    ['judged', judgedQueries()],
    ['held out', heldOutQueries()],
  ] as const) {
    const scores = await scoresOf(engine, queries);
    const line = (what: string, of: typeof scores) => {
      const { queries: count, recall, ndcg } = summaryOf(of);
      console.log(
        `${what.padEnd(20)} ${String(count).padStart(4)} queries  recall@10 ${recall.toFixed(3)}  nDCG@10 ${ndcg.toFixed(3)}`,
      );
    };
    line(`\n${name}`, scores);
    for (const group of new Set(queries.map((query) => query.group)))
      line(
        `  ${group}`,
        scores.filter(({ query }) => query.group === group),
      );
    for (const { query, missed, found } of scores.filter((score) => score.missed.length > 0))
      console.log(`    missed "${query.text}": ${missed.join(', ')}\n      found ${found.join(', ') || 'nothing'}`);
  }
  await database.$disconnect();
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit(0);
