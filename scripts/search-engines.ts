import { openSearch } from '#app/modules/search/engines.server.ts';
import type { Keeping } from '#app/modules/search/keeping/keeping.server.ts';
import type { SearchEngine } from '#app/modules/search/port.ts';
import { readEnv } from '#app/platform/env.server.ts';
import { openPlatform } from '#app/platform/platform.server.ts';
import { keepingOf } from '#app/worker/search.server.ts';
import { addressOfDatabase, reachDatabase } from './reach-database.ts';

type OfScript = { keeping: Keeping; chosen: readonly SearchEngine[]; close: () => Promise<void> };

/** The engines of this installation and what keeping them up needs, for a command. @param names of engines; none: all */
export async function keepingOfScript(names: readonly string[]): Promise<OfScript> {
  try {
    const url = await addressOfDatabase();
    await (await reachDatabase(url)).end();
    const platform = openPlatform({ ...readEnv(process.env), databaseUrl: url });
    const { engines } = openSearch(platform);
    const unknown = names.find((name) => !engines.some((engine) => engine.name === name));
    if (unknown !== undefined)
      throw new Error(`There is no engine ${unknown} here: ${engines.map(({ name }) => name).join(', ')}.`);
    const keeping = keepingOf(platform, engines);
    const close = async () => {
      await keeping.turns.close();
      await platform.database.$disconnect();
    };
    const chosen = names.length === 0 ? engines : engines.filter(({ name }) => names.includes(name));
    return { keeping, chosen, close };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  }
}
