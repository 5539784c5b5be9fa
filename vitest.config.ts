import { defineConfig } from 'vitest/config';
import { makeSmallerFonts } from './scripts/smaller-fonts.ts';
import { LongFilesFirst } from './tests/support/long-files-first.ts';

// the root of the pages names them
await makeSmallerFonts();

// a worker that goes from file to file cleans up late, if it may: two gigabytes each on a machine that has them
const execArgv = ['--max-old-space-size=1024'];

// Remix's plugin is left out: tests import modules, not the built product. Browser tests start that themselves.
export default defineConfig({
  test: {
    // `isolate: false`: a worker loads a module once and not for each file, which was a third to nearly half of the work (docs/architecture.md)
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'app/**/*.test.{ts,tsx}',
            'prisma/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/search/**/*.test.ts',
          ],
          environment: 'node',
          isolate: false,
          execArgv,
          // against what hangs, no measure of speed: lint runs beside these
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          // against what hangs, no measure of speed: a busy machine takes many times as long
          testTimeout: 120_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
          isolate: false,
          execArgv,
        },
      },
      {
        test: {
          name: 'fault',
          include: ['tests/fault/**/*.test.ts'],
          globalSetup: ['tests/support/built-product.ts', 'tests/support/database-server.ts'],
          hookTimeout: 180_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/support/built-product.ts', 'tests/support/database-server.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
