import { openChanges, type Changes } from '#app/platform/changes.server.ts';
import { catalogueReader } from '#app/platform/fresh-catalogue.server.ts';
import type { Platform } from '#app/platform/platform.server.ts';
import type { Catalogue } from '#app/platform/read-watch.server.ts';
import { openMemory, type Memory } from '#app/platform/remember.server.ts';

/** What pages and answers are kept by in this process: what changes, and what was remembered of the rest. */
export type Keeping = { changes: Changes; catalogue: () => Promise<Catalogue>; memory: Memory };

/** Null where nothing may be kept. */
export function openKeeping({ env, database, listener }: Platform): Keeping | null {
  if (env.pageCacheMegabytes === 0) return null;
  const changes = openChanges(listener);
  const catalogue = catalogueReader(database, changes);
  return { changes, catalogue, memory: openMemory(changes, catalogue) };
}
