import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { checkSearchJob } from '../jobs.server.ts';
import { checkIndex } from './check.server.ts';
import type { Keeping } from './keeping.server.ts';

/** As many as the log names; the rest is a number. */
const mostNamed = 20;

/** What the worker does for search. An engine that is down is looked at the next night; the others are not kept waiting. */
export function searchHandlers(keeping: Keeping): JobHandler[] {
  const { engines, log } = keeping;
  return [
    handleJob(checkSearchJob, async () => {
      for (const engine of engines) {
        try {
          const { documents, before, named, differences } = await checkIndex(keeping, engine, { isMended: true });
          const told = { engine: engine.name, documents, differed: before, differs: differences.length };
          if (before === 0) log.info(told, 'the index agrees with the database');
          else log.error({ ...told, for: named.slice(0, mostNamed) }, 'the index differed from the database');
        } catch (error) {
          log.error({ err: error, engine: engine.name }, 'the index cannot be compared with the database');
        }
      }
    }),
  ];
}
