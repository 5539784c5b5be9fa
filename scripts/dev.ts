/** `npm run dev`: the same as `npm start`, but from the sources: pages reload themselves while you work. */
import type { ServerBuild } from '@remix-run/node';
import { createServer } from 'vite';
import { readEnv } from '#app/platform/env.server.ts';
import { ensureClient } from './build.ts';
import { explainAndExit, step } from './tell.ts';
import { checkPort, closeServer, listen, stopOnSignal } from './web-server.ts';

try {
  await develop();
} catch (error) {
  explainAndExit(error);
}

async function develop(): Promise<void> {
  const env = readEnv(process.env);
  process.env.NODE_ENV = 'development';
  await checkPort(env);
  await step('Checking the database client', ensureClient);
  const { openInstallation } = await import('./installation.ts');
  const { createApp } = await import('../server/app.ts');
  const installation = await openInstallation(env);
  const vite = await createServer({ server: { middlewareMode: true } });
  const build = async () => (await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild;
  const server = await listen(createApp({ ...installation, build, vite: vite.middlewares }), env);
  console.log(`\nWijkbeurs is open: ${env.publicUrl}\n`);
  stopOnSignal(async () => {
    server.closeAllConnections();
    await closeServer(server);
    await vite.close();
    await installation.close();
  });
}
