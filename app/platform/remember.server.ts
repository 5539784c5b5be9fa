import { LRUCache } from 'lru-cache';
import type { Changes } from './changes.server.ts';
import type { Database } from './database.server.ts';
import { watchReads, type Catalogue } from './read-watch.server.ts';

/**
 * What `make` reads from the database, or what it read before while none of the tables behind it changed: as certain as a kept page
 * (docs/decisions/0036). For counts over much that change seldom, the same for everybody.
 *
 * @param key says all that the answer depends on but the database
 * @param make reads with the database that it gets, and asks no clock
 * @returns the same object to everybody: nobody changes it
 */
export type Remember = <Value extends object>(
  key: string,
  make: (database: Database) => Promise<Value>,
) => Promise<Value>;

/** Where nothing is remembered: everything is made anew. */
export function forgetful(database: Database): Remember {
  return async (_key, make) => make(database);
}

/** What is remembered in this process. */
export type Memory = {
  /** @param onUse told from which tables that came which was remembered */
  rememberWith: (database: Database, onUse?: (tables: ReadonlySet<string>) => void) => Remember;
};

type Answer = { moment: number; tables: ReadonlySet<string>; value: object };

/** Answers that are remembered at the same time; an answer is some kilobytes. */
const most = 500;

export function openMemory(changes: Changes, catalogue: () => Promise<Catalogue>): Memory {
  const answers = new LRUCache<string, Answer>({ max: most });
  return {
    rememberWith:
      (database, onUse) =>
      async <Value extends object>(key: string, make: (database: Database) => Promise<Value>) => {
        if (!(changes.isCertain() || (await changes.catchUp()))) return make(database);
        const before = answers.get(key);
        if (before !== undefined && !changes.changedSince(before.moment, before.tables)) {
          onUse?.(before.tables);
          return before.value as Value;
        }
        const names = await catalogue();
        const moment = changes.moment();
        const { database: watched, reads } = watchReads(database, names);
        const value = await make(watched);
        const tells = [...reads.tables].every((table) => names.telling.has(table));
        if (reads.isFixed && tells) answers.set(key, { moment, tables: reads.tables, value });
        return value;
      },
  };
}
