import type { Strictness } from '#app/modules/opendata/whitelist.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Clock } from '#app/platform/clock.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Log } from '#app/platform/log.server.ts';
import type { Building } from '../documents/index.server.ts';
import type { SearchEngine } from '../port.ts';
import type { Turns } from './turns.server.ts';

/** What keeping the indexes up needs. */
export type Keeping = {
  database: Database;
  /** Every engine that must know what changed, also one that does not answer at the moment. */
  engines: readonly SearchEngine[];
  turns: Turns;
  clock: Clock;
  strictness: Strictness;
  log: Pick<Log, 'error' | 'warn' | 'info'>;
};

/** How documents are made now. */
export function buildingOf({ database, strictness, clock, log }: Keeping): Building {
  return {
    database,
    strictness,
    today: dayInAmsterdam(clock.now()),
    onBroken: ({ kind, key }, error) => {
      // the error may hold what stands in the row
      log.error(
        { kind, key, error: error instanceof Error ? error.name : 'unknown' },
        'a page that cannot be found: its document cannot be made',
      );
    },
  };
}
