import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Holds a folder for this process. A socket tells better than a file with a process id: it falls silent the moment its
 * process dies, however it dies, and ids are given out again.
 * @returns null when another process holds the folder
 */
export async function holdFolder(folder: string): Promise<{ release: () => Promise<void> } | null> {
  const real = existsSync(folder) ? realpathSync(folder) : resolve(folder);
  const name = `wijkbeurs-${createHash('sha256').update(real).digest('hex').slice(0, 16)}`;
  const address = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
  let server = await listen(address);
  if (server === null) {
    if (await answers(address)) return null;
    await rm(address, { force: true });
    server = await listen(address);
  }
  if (server === null) return null;
  server.unref();
  const held = server;
  return {
    release: async () =>
      new Promise((done) => {
        held.close(() => {
          done();
        });
      }),
  };
}

async function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(address, () => {
      resolve(server);
    });
  });
}

async function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
