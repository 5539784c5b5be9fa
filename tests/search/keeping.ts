import { openTurns, type Turns } from '#app/modules/search/keeping/turns.server.ts';
import type { Keeping } from '#app/modules/search/keeping/keeping.server.ts';
import { setEngines } from '#app/modules/search/keeping/change.store.server.ts';
import type { SearchEngine } from '#app/modules/search/port.ts';
import { fixedClock } from '#app/platform/clock.server.ts';
import { testNow } from '#tests/factories/index.ts';
import type { TestDatabase } from '#tests/support/database.ts';

export type TestKeeping = Keeping & { turns: Turns; errors: unknown[][] };

/** What keeps engines up in a test, as one process has it; errors are kept for the test to see. */
export async function keepingOf(own: TestDatabase, engines: readonly SearchEngine[]): Promise<TestKeeping> {
  const errors: unknown[][] = [];
  await setEngines(
    own.database,
    engines.map(({ name }) => name),
  );
  return {
    database: own.database,
    engines,
    turns: openTurns(own.url),
    clock: fixedClock(testNow),
    strictness: {
      isStrict: true,
      report: (...given) => {
        errors.push(given);
      },
    },
    log: {
      error: (...given: unknown[]) => {
        errors.push(given);
      },
      warn: () => undefined,
      info: () => undefined,
    },
    errors,
  };
}

export const noWords = { synonyms: [], places: [] };
