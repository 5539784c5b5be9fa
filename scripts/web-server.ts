import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Express } from 'express';
import type { Env } from '#app/platform/env.server.ts';
import { CannotStart } from './embedded-postgres.ts';

type Address = Pick<Env, 'port' | 'host'>;

/** @throws CannotStart when something else uses the port or it may not be used */
export async function listen(app: Express, address: Address): Promise<Server> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(explained(error, address));
    });
    server.listen(address.port, address.host, resolve);
  });
  return server;
}

/** Before the long steps, so that a taken port is told at once. */
export async function checkPort(address: Address): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      reject(explained(error, address));
    });
    probe.listen(address.port, address.host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}

function explained(error: NodeJS.ErrnoException, { port, host }: Address): Error {
  const other = `Choose another one: PORT=${String(port + 1)} npm start`;
  if (error.code === 'EADDRINUSE')
    return new CannotStart(`Port ${String(port)} is already in use by another program.\n${other}`);
  if (error.code === 'EACCES') return new CannotStart(`Port ${String(port)} may not be used by this user.\n${other}`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new CannotStart(
      `HOST=${host} is no address of this machine.\nExample: HOST=0.0.0.0 (reachable from outside) or HOST=127.0.0.1`,
    );
  }
  return error;
}

const patience = 5000;

/** How often connections are closed that nobody asks anything on any more, in milliseconds. */
const sweep = 50;

/**
 * No new connections; what was asked by then is answered, for a few seconds. Browsers hold connections open to ask again on, so each
 * answer says that its connection ends: else a busy server would be cut off in the middle of answers when its time is up.
 */
export async function closeServer(server: Server): Promise<void> {
  server.prependListener('request', (_request: unknown, response: ServerResponse) => {
    response.shouldKeepAlive = false;
  });
  const closed = new Promise((resolve) => server.close(resolve));
  const sweeping = setInterval(() => {
    server.closeIdleConnections();
  }, sweep);
  const timer = setTimeout(() => {
    server.closeAllConnections();
  }, patience);
  await closed;
  clearInterval(sweeping);
  clearTimeout(timer);
}

/** Closes what was opened last first. */
export async function closeAll(closing: (() => Promise<void>)[]): Promise<void> {
  for (let close = closing.pop(); close !== undefined; close = closing.pop()) await close();
}

/** Runs `stop` once on Ctrl+C or a stop by the system; a second Ctrl+C does not wait. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping: number | null = null;
  const begin = () => {
    // one Ctrl+C can arrive twice: from the terminal and from npm
    if (stopping !== null && performance.now() - stopping > 1000) process.exit(1);
    if (stopping !== null) return;
    stopping = performance.now();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, begin);
  if (process.env.npm_lifecycle_event === undefined) return;
  // npm gives a signal to the shell that it puts between itself and us, which dies of it without telling us
  const parent = process.ppid;
  setInterval(() => {
    if (stopping === null && process.ppid !== parent) begin();
  }, 500).unref();
}
