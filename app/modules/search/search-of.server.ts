import type { Database } from '#app/platform/database.server.ts';
import type { SearchEngine } from './port.ts';
import { openPostgresqlEngine } from './postgresql/engine.server.ts';
import { programmeWords } from './queries/programme-words.query.server.ts';
import type { Searching } from './searching.ts';

/** The engine keeps the vocabulary in memory: one for each database of this process. */
const engines = new WeakMap<Database, SearchEngine>();

export function postgresqlOf(database: Database): SearchEngine {
  const engine = engines.get(database) ?? openPostgresqlEngine(database);
  engines.set(database, engine);
  return engine;
}

/** Searching in PostgreSQL alone, for work that no visitor waits for. */
export function searchOf(database: Database): Searching {
  const engine = postgresqlOf(database);
  return {
    search: async (question) => engine.search(question, await programmeWords(database)),
    similar: async (text, options) => engine.similar(text, options),
  };
}
