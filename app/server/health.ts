import type { RequestHandler } from 'express';
import type { Platform } from '#app/platform/platform.server.ts';
import type { RunningWorker } from '#app/worker/run.server.ts';

const patience = 2000;

/** For whoever watches over the installation: 200 when all parts work, else 503 with which one does not. */
export function health({ database }: Platform, worker: RunningWorker | null): RequestHandler {
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
        const workerWorks = worker?.isRunning() ?? true;
        response
          .status(databaseWorks && workerWorks ? 200 : 503)
          .set('Cache-Control', 'no-store')
          .json({
            database: databaseWorks ? 'ok' : 'down',
            worker: worker === null ? 'elsewhere' : workerWorks ? 'ok' : 'down',
          });
      })
      .catch(next);
  };
}
