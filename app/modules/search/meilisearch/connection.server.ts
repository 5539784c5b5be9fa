import type { MeilisearchSettings } from '#app/platform/env.server.ts';
import { Meilisearch, type EnqueuedTaskPromise } from 'meilisearch';
import { succeeded, troubled } from './trouble.server.ts';

/** Milliseconds for a call that writes or reads much, and for all the work of a task. */
const patience = { call: 30_000, task: 15 * 60_000 };

/** A client for visitors, who do not wait, and one for keeping the index up, which may. */
export type Connection = {
  readonly index: string;
  /** The one that a rebuild fills. */
  readonly next: string;
  /** Is there when the index was filled. */
  readonly state: string;
  readonly quick: Meilisearch;
  readonly patient: Meilisearch;
  /** A task is done when Meilisearch says so, not when it took it in. */
  done: (task: EnqueuedTaskPromise) => Promise<void>;
};

export function connect({ url, key, timeoutMs, index }: MeilisearchSettings): Connection {
  const access = { host: url, ...(key === null ? {} : { apiKey: key }) };
  return {
    index,
    next: `${index}-next`,
    state: `${index}-state`,
    quick: new Meilisearch({ ...access, timeout: timeoutMs }),
    patient: new Meilisearch({
      ...access,
      timeout: patience.call,
      defaultWaitOptions: { timeout: patience.task, interval: 20 },
    }),
    done: async (task) => {
      succeeded(await troubled(async () => task.waitTask()));
    },
  };
}
