import type { AddressInfo } from 'node:net';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import { createApp } from '#app/server/app.ts';
import { openPlatform, type Platform } from '#app/platform/platform.server.ts';

/** Another server on the same database, with connections and memory of its own, as a second process has. */
export async function startSecondServer(
  { env, clock }: Pick<Platform, 'env' | 'clock'>,
  databaseUrl: string,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const platform = openPlatform({ ...env, databaseUrl }, clock);
  const built = fileURLToPath(new URL('../../build/server/index.js', import.meta.url));
  const build = (await import(built)) as ServerBuild;
  const server = createServer(createApp({ platform, worker: null, build }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${String((server.address() as AddressInfo).port)}`,
    stop: async () => {
      await platform.listener.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await platform.database.$disconnect();
    },
  };
}
