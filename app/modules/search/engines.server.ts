import type { Database } from '#app/platform/database.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import { openGate, type GateOptions } from './gate.server.ts';
import { indexWasLost, lagOf } from './keeping/change.store.server.ts';
import { openMeilisearchEngine, type MeilisearchEngine } from './meilisearch/engine.server.ts';
import { MeilisearchTrouble } from './meilisearch/trouble.server.ts';
import type { SearchEngine } from './port.ts';
import { programmeWords } from './queries/programme-words.query.server.ts';
import { postgresqlOf } from './search-of.server.ts';
import type { Search } from './searching.ts';

/** What searching needs; more may be set in tests. */
type Parts = Pick<Platform, 'env' | 'database' | 'log' | 'clock'> & Pick<GateOptions, 'rest' | 'checkEvery'>;

/** Milliseconds that an index may be behind the database, and still be asked. */
const mostBehind = 30_000;

const opened = new WeakMap<Database, Search>();

/**
 * The engines of this installation: Meilisearch first where it is set up, and PostgreSQL whenever that is down, slow, not filled or behind.
 * Once for each database of a process, since engines keep the words of their index in memory.
 */
export function openSearch(parts: Parts): Search {
  const search = opened.get(parts.database) ?? searchWith(parts);
  opened.set(parts.database, search);
  return search;
}

function searchWith({ env, database, log, clock, ...limits }: Parts): Search {
  const postgresql = postgresqlOf(database);
  const meilisearch = env.meilisearch === null ? null : openMeilisearchEngine(env.meilisearch);
  const gate =
    meilisearch === null || env.meilisearch === null
      ? null
      : openGate({
          ...{ deadline: env.meilisearch.timeoutMs, log, clock, ...limits },
          check: async () => checkMeilisearch(database, meilisearch, clock.now().getTime()),
        });
  const answered = { meilisearch: 0, postgresql: 0 };

  const first = async <Result>(ask: (engine: SearchEngine) => Promise<Result>) => {
    const result = meilisearch === null || gate === null ? null : await gate.ask(async () => ask(meilisearch));
    const engine = result === null ? postgresql.name : 'meilisearch';
    answered[engine] += 1;
    return { result: result ?? (await ask(postgresql)), engine };
  };

  return {
    engines: meilisearch === null ? [postgresql] : [postgresql, meilisearch],
    search: async (question) => {
      const words = await programmeWords(database);
      const { result, engine } = await first(async (one) => one.search(question, words));
      return { ...result, engine };
    },
    similar: async (text, options) => (await first(async (one) => one.similar(text, options))).result,
    status: () => {
      const state = gate?.state() ?? null;
      return {
        answers: state?.answers === true ? 'meilisearch' : 'postgresql',
        meilisearch: state,
        answered: { ...answered },
        instead: gate === null ? 0 : answered.postgresql,
      };
    },
  };
}

/** @throws {MeilisearchTrouble} when PostgreSQL knows better */
async function checkMeilisearch(database: Database, engine: MeilisearchEngine, now: number): Promise<void> {
  const { isFilled, lacksSince } = await lagOf(database, engine.name);
  if (!isFilled) throw new MeilisearchTrouble('not-filled', 'never filled');
  try {
    await engine.check();
  } catch (error) {
    const isLost = error instanceof MeilisearchTrouble && ['no-index', 'not-filled'].includes(error.kind);
    if (isLost) await indexWasLost(database, engine.name);
    throw error;
  }
  if (lacksSince !== null && now - lacksSince.getTime() > mostBehind)
    throw new MeilisearchTrouble('behind', 'changes wait');
}
