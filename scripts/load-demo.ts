import type { Database } from '#app/platform/database.server.ts';

/** Fills an empty demo with invented people and what they do. */
export async function loadDemo(_database: Database): Promise<void> {
  return Promise.resolve();
}
