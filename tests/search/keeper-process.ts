/** Keeps the index of a test's database up in a process of its own, which a test may kill. Argument: the address of the database. */
import { openSearch } from '#app/modules/search/engines.server.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { openPlatform } from '#app/platform/platform.server.ts';
import { startSearch } from '#app/worker/search.server.ts';

const databaseUrl = process.argv[2] ?? '';
const platform = openPlatform({ ...readEnv({ WIJKBEURS_MODE: 'demo', LOG_LEVEL: 'error' }), databaseUrl });
const { ready } = await startSearch(platform, openSearch(platform).engines);
await ready;
console.log('ready');
