import { LRUCache } from 'lru-cache';
import type { Changes } from './changes.server.ts';
import type { Database } from './database.server.ts';
import { noteTables, watchedDatabase, watchReads, type Catalogue } from './read-watch.server.ts';

type Memory = { changes: Changes; catalogue: () => Promise<Catalogue>; answers: LRUCache<string, Answer> };

type Answer = { moment: number; tables: ReadonlySet<string>; value: object };

const memories = new WeakMap<Database, Memory>();

/** Answers that are remembered at the same time; an answer is some kilobytes. */
const most = 500;

/** From now on what is asked of this database may be remembered in this process. */
export function startRemembering(database: Database, changes: Changes, catalogue: () => Promise<Catalogue>): void {
  memories.set(database, { changes, catalogue, answers: new LRUCache({ max: most }) });
}

/**
 * What `make` reads from the database, or what it read before while none of the tables behind it changed: as certain as a kept page
 * (docs/decisions/0036). For counts over much that change seldom, the same for everybody. Without a server around it everything is made anew.
 *
 * @param key says all that the answer depends on but the database
 * @param make reads with the database that it gets, and asks no clock
 * @returns the same object to everybody: nobody changes it
 */
export async function remember<Value extends object>(
  database: Database,
  key: string,
  make: (database: Database) => Promise<Value>,
): Promise<Value> {
  const memory = memories.get(watchedDatabase(database));
  if (memory === undefined) return make(database);
  const { changes, catalogue, answers } = memory;
  if (!(changes.isCertain() || (await changes.catchUp()))) return make(database);
  const before = answers.get(key);
  if (before !== undefined && !changes.changedSince(before.moment, before.tables)) {
    noteTables(database, before.tables);
    return before.value as Value;
  }
  const names = await catalogue();
  const moment = changes.moment();
  const { database: watched, reads } = watchReads(database, names);
  const value = await make(watched);
  const tells = [...reads.tables].every((table) => names.telling.has(table));
  if (reads.isFixed && tells) answers.set(key, { moment, tables: reads.tables, value });
  return value;
}
