import { WrongSetting } from '#app/platform/env.server.ts';
import { CannotStart } from './embedded-postgres.ts';

/** Says what is being done, then how it went and how long it took: `  Starting PostgreSQL … on port 40311 (0.1 s)` */
export async function step<Result>(
  what: string,
  work: () => Promise<Result>,
  result?: (value: Result) => string,
): Promise<Result> {
  process.stdout.write(`  ${what} … `);
  const start = performance.now();
  const value = await work().catch((error: unknown) => {
    process.stdout.write('\n');
    throw error;
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`${result?.(value) ?? 'done'} (${seconds} s)\n`);
  return value;
}

/** What a person can put right is told in a few lines; only a fault of ours shows where in the code it happened. */
export function explainAndExit(error: unknown): never {
  if (error instanceof WrongSetting || error instanceof CannotStart) {
    process.stderr.write(`\nWijkbeurs cannot start.\n${error.message}\n`);
  } else {
    process.stderr.write('\nWijkbeurs cannot start, because of a fault in Wijkbeurs itself.\n');
    console.error(error);
  }
  process.exit(1);
}
