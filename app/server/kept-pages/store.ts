import { LRUCache } from 'lru-cache';
import type { Clock } from '#app/platform/clock.server.ts';
import type { Changes } from '#app/platform/changes.server.ts';
import type { Catalogue } from '#app/platform/read-watch.server.ts';
import type { Page } from './page.ts';
import type { Rendering } from './render.ts';

type Kept = { page: Page; moment: number; tables: ReadonlySet<string>; until: number | null; refreshAt: number };

const minute = 60_000;
/** Milliseconds after which even a page of which nothing changed is made anew, while the one that is there still goes out. */
const refreshAfter = 10 * minute;
/** Addresses with a question mark are many; they share a smaller part, so that they cannot push the others out. */
const shareOfFiltered = 0.3;

type Parts = { changes: Pick<Changes, 'moment' | 'changedSince'>; clock: Clock; bytes: number };

/** Pages in memory, each with what it was made from. */
export function storeOf({ changes, clock, bytes }: Parts) {
  const part = (share: number) =>
    new LRUCache<string, Kept>({ maxSize: Math.ceil(bytes * share), sizeCalculation: ({ page }) => page.size });
  const plain = part(1 - shareOfFiltered);
  const filtered = part(shareOfFiltered);
  const partOf = (key: string) => (key.includes('?') ? filtered : plain);

  return {
    /** The page, when nothing that it was made from changed. */
    get(key: string): { page: Page; isOld: boolean } | null {
      const kept = partOf(key).get(key);
      if (kept === undefined) return null;
      if (
        changes.changedSince(kept.moment, kept.tables) ||
        (kept.until !== null && clock.now().getTime() >= kept.until)
      ) {
        partOf(key).delete(key);
        return null;
      }
      // nothing that it was made from changed: the next look is short again
      kept.moment = changes.moment();
      return { page: kept.page, isOld: performance.now() > kept.refreshAt };
    },

    /** Keeps what may be kept: a good page, made from tables that tell when they change, none of which did meanwhile. */
    put(key: string, page: Page, made: Rendering & { startedAt: number }, catalogue: Catalogue): boolean {
      const { moment, reads } = made;
      const tables = new Set(reads.tables);
      if (page.status !== 200 || [...tables].some((table) => !catalogue.telling.has(table))) return false;
      if (changes.changedSince(moment, tables)) return false;
      // who asked the clock holds until the next whole minute: terms end and evenings begin on one
      const isTimed = made.askedClock() || !reads.isFixed;
      const until = isTimed ? (Math.floor(made.startedAt / minute) + 1) * minute : null;
      partOf(key).set(key, { page, moment, tables, until, refreshAt: performance.now() + refreshAfter });
      return true;
    },

    clear() {
      plain.clear();
      filtered.clear();
    },
  };
}
