/**
 * `npm start`: from nothing to a working Wijkbeurs. Without DATABASE_URL it brings its own PostgreSQL and shows itself
 * with invented people; docs/operations.md tells what to set for real use.
 */
import type { ServerBuild } from '@remix-run/node';
import { readEnv } from '#app/platform/env.server.ts';
import { ensureBuild, ensureClient } from './build.ts';
import type { Closing } from './installation.ts';
import { explainAndExit, step } from './tell.ts';
import { checkPort, closeAll, closeServer, listen, stopOnSignal } from './web-server.ts';

try {
  await start();
} catch (error) {
  explainAndExit(error);
}

async function start(): Promise<void> {
  const env = readEnv(process.env);
  // React and Remix choose their fast side when they are loaded
  process.env.NODE_ENV = 'production';
  console.log(env.mode === 'demo' ? 'Wijkbeurs, demo: the people are invented and no mail is sent.' : 'Wijkbeurs');
  await checkPort(env);
  await step('Checking the database client', ensureClient, String);
  await step('Checking the built pages', ensureBuild, String);

  const closing: Closing = [];
  stopOnSignal(async () => {
    console.log('\nStopping: letting requests and jobs finish.');
    await closeAll(closing);
    console.log('Stopped.');
  });
  try {
    // from here on the generated client is needed, which may just have been made
    const { openInstallation } = await import('./installation.ts');
    const { createApp } = await import('../app/server/app.ts');
    const installation = await openInstallation(env, closing);
    const built = new URL('../build/server/index.js', import.meta.url).href;
    const build = (await import(built)) as ServerBuild;
    const server = await listen(createApp({ ...installation, build }), env);
    closing.push(async () => closeServer(server));
    // answers that go on until somebody leaves end here, or the server would wait for them
    closing.push(async () => installation.platform.listener.close());
  } catch (error) {
    await closeAll(closing);
    throw error;
  }

  console.log(`\nWijkbeurs is open: ${env.publicUrl}`);
  if (env.mode === 'demo') console.log(`To sign in, choose one of the invented people: ${env.publicUrl}/demo`);
  console.log('Stop with Ctrl+C. Everything is kept for the next start.\n');
}
