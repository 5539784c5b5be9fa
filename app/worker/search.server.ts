import { strictnessOf } from '#app/modules/opendata/strictness.server.ts';
import { searchHandlers } from '#app/modules/search/keeping/check-job.server.ts';
import { keepUp, type Keeper } from '#app/modules/search/keeping/keeper.server.ts';
import type { Keeping } from '#app/modules/search/keeping/keeping.server.ts';
import { openTurns } from '#app/modules/search/keeping/turns.server.ts';
import { searchOf } from '#app/modules/search/search-of.server.ts';
import type { SearchEngine } from '#app/modules/search/port.ts';
import { programmeWords, renewWords } from '#app/modules/search/queries/programme-words.query.server.ts';
import type { JobHandler } from '#app/platform/jobs.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';

/** What keeping these engines up needs, in this process. */
export function keepingOf(platform: Platform, engines: readonly SearchEngine[]): Keeping {
  const { env, database, clock, log } = platform;
  return {
    ...{ database, engines, clock, log },
    turns: openTurns(env.databaseUrl ?? ''),
    strictness: strictnessOf(platform),
  };
}

/** Keeps the engines up in this process, and gives what the worker does for them by the clock. */
export async function startSearch(
  platform: Platform,
  engines: readonly SearchEngine[],
): Promise<Keeper & { handlers: JobHandler[] }> {
  const keeping = keepingOf(platform, engines);
  renewWords(platform);
  const keeper = await keepUp(keeping, {
    listener: platform.listener,
    words: async () => programmeWords(platform.database),
  });
  // what the embedded engine looks through is read into memory before the first visitor asks; who asks meanwhile waits for it
  searchOf(platform.database)
    .similar('', { kinds: [], most: 1 })
    .catch((error: unknown) => {
      platform.log.warn({ error }, 'the search index could not be read yet');
    });
  return { ...keeper, handlers: searchHandlers(keeping) };
}
