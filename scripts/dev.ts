/** `npm run dev`: the same as `npm start`, but from the sources: pages reload themselves while you work. */
import type { ServerBuild } from '@remix-run/node';
import { createServer } from 'vite';
import { readEnv } from '#app/platform/env.server.ts';
import { ensureClient } from './build.ts';
import type { Closing } from './installation.ts';
import { explainAndExit, step } from './tell.ts';
import { checkPort, closeAll, closeServer, listen, stopOnSignal } from './web-server.ts';

try {
  await develop();
} catch (error) {
  explainAndExit(error);
}

async function develop(): Promise<void> {
  const env = readEnv(process.env);
  process.env.NODE_ENV = 'development';
  await checkPort(env);
  await step('Checking the database client', ensureClient, String);
  const closing: Closing = [];
  stopOnSignal(async () => closeAll(closing));
  const { openInstallation } = await import('./installation.ts');
  const { createApp } = await import('../app/server/app.ts');
  const installation = await openInstallation(env, closing);
  const vite = await createServer({ server: { middlewareMode: true } });
  closing.push(async () => vite.close());
  const build = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild;
  const server = await listen(createApp({ ...installation, build, vite: vite.middlewares }), env);
  closing.push(async () => {
    await installation.platform.listener.close();
    server.closeAllConnections();
    await closeServer(server);
  });
  console.log(`\nWijkbeurs is open: ${env.publicUrl}\n`);
}
