import type { RequestHandler } from 'express';
import type { Search } from '#app/modules/search/searching.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import type { RunningWorker } from '#app/worker/run.server.ts';

const patience = 2000;

/**
 * For whoever watches over the installation: 200 when all parts work, else 503 with which one does not. Meilisearch is told of but
 * fails nothing: without it PostgreSQL answers.
 */
export function health(
  { database }: Pick<Platform, 'database'>,
  worker: RunningWorker | null,
  search: Pick<Search, 'status'>,
): RequestHandler {
  return (_request, response, next) => {
    const late = new Promise<false>((resolve) => {
      setTimeout(resolve, patience, false).unref();
    });
    const asked = database.$queryRaw`select 1`.then(
      () => true,
      () => false,
    );
    Promise.race([asked, late])
      .then((databaseWorks) => {
        const { answers, meilisearch, answered, instead } = search.status();
        const workerWorks = worker?.isRunning() ?? true;
        response
          .status(databaseWorks && workerWorks ? 200 : 503)
          .set('Cache-Control', 'no-store')
          .json({
            database: databaseWorks ? 'ok' : 'down',
            worker: worker === null ? 'elsewhere' : workerWorks ? 'ok' : 'down',
            search: answers,
            ...(meilisearch === null ? {} : { meilisearch: meilisearch.reason ?? 'ok' }),
            // since this process began; how many of them PostgreSQL gave because Meilisearch did not
            searches: meilisearch === null ? { postgresql: answered.postgresql } : { ...answered, instead },
          });
      })
      .catch(next);
  };
}
