/**
 * `npm run bench`: how fast it is, on the demo in a throw-away database. `npm run bench -- search pages` runs parts of it,
 * `BENCH_SIZES=1k,10k` says with how much. Machines are noisy, so what counts are ratios within one run: to a bare server that sends the
 * same bytes, to the bare SQL for the same rows, and of much to little. Prints a table and writes it as JSON (`BENCH_FILE`).
 */
import { benchCount } from './bench-count.ts';
import { benchGroups } from './bench-groups.ts';
import { benchLedger } from './bench-ledger.ts';
import { benchLive } from './bench-live.ts';
import { benchLogInDatabase } from './bench-log-database.ts';
import { benchLog } from './bench-log.ts';
import { benchPaymentFiles } from './bench-payments.ts';
import { benchPayoutChain } from './bench-payout-chain.ts';
import { benchSuggestions } from './bench-suggestions.ts';
import { benchVotes } from './bench-votes.ts';
import { withBench, type Bench } from './bench/context.ts';
import { benchAnew } from './bench/anew.ts';
import { benchDemoPages } from './bench/demo-pages.ts';
import { benchPages } from './bench/pages.ts';
import { benchPhone } from './bench/phone.ts';
import { benchSearch } from './bench/search.ts';

/** In the order in which they run: what fills the database comes after what wants it as it is. */
const parts: Record<string, (bench: Bench) => Promise<void> | void> = {
  count: () => {
    benchCount();
  },
  'demo-pages': benchDemoPages,
  phone: benchPhone,
  search: benchSearch,
  ledger: async ({ platform }) => benchLedger(platform.database),
  log: async () => benchLog(),
  'log-in-database': async ({ platform }) => benchLogInDatabase(platform.database),
  'payment-files': async () => benchPaymentFiles(),
  'payout-chain': async ({ platform }) => benchPayoutChain(platform),
  pages: benchPages,
  anew: benchAnew,
  suggestions: async ({ platform }) => benchSuggestions(platform.database),
  groups: () => {
    benchGroups();
  },
  votes: benchVotes,
  live: async ({ platform, origin }) => benchLive(platform, await origin()),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => !(part in parts));
if (unknown.length > 0) {
  console.error(`There is no part called ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.`);
  process.exit(1);
}
await withBench(async (bench) => {
  for (const [name, work] of Object.entries(parts)) if (asked.length === 0 || asked.includes(name)) await work(bench);
  console.log(`\nWritten to ${await bench.report.write()}`);
});
