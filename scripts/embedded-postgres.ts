import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, openSync, closeSync } from 'node:fs';
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { holdFolder } from './one-at-a-time.ts';
import { postgresBinaries, postgresUser, reachableFolder, type Binaries, type SystemUser } from './postgres-files.ts';

export type RunningPostgres = {
  url: string;
  /** Where the data is; elsewhere than asked when PostgreSQL's user cannot reach that folder. */
  folder: string;
  stop: () => Promise<void>;
};

export type PostgresOptions = {
  /** Folder of the cluster; made on the first start. */
  folder: string;
  /** True: durability is given up for speed; for tests only. */
  throwaway?: boolean;
};

/** A start that cannot succeed until a person does something; the message says what. */
export class CannotStart extends Error {}

const databaseName = 'wijkbeurs';
const patience = 30_000;

/**
 * Starts PostgreSQL from the npm package, on a free port of this machine, reachable from this machine only.
 * PostgreSQL refuses to run as root: then it runs as a system user.
 * @throws CannotStart when another start holds the folder, or PostgreSQL does not come up
 */
export async function startPostgres({ folder: wanted, throwaway = false }: PostgresOptions): Promise<RunningPostgres> {
  const user = postgresUser();
  const folder = reachableFolder(wanted, user);
  await mkdir(dirname(folder), { recursive: true });
  const hold = await holdWithPatience(folder);
  if (hold === null) {
    throw new CannotStart(
      `Another Wijkbeurs is using ${folder}.\n` +
        'Stop it in its own terminal with Ctrl+C, or give this one a folder of its own: DATA_FOLDER=./data-2 npm start',
    );
  }
  try {
    const binaries = await postgresBinaries(user);
    await stopOrphan(folder);
    if (!existsSync(join(folder, 'PG_VERSION'))) await makeCluster(folder, binaries, user);
    await clearSockets(folder);
    const port = await freePort();
    const server = run(folder, port, throwaway, binaries, user);
    const url = await addressOf(folder, port);
    await untilReady(server, url, folder);
    await ensureDatabase(url);
    return {
      url,
      folder,
      stop: async () => {
        await stop(server);
        await hold.release();
      },
    };
  } catch (error) {
    await hold.release();
    throw error;
  }
}

/** A Wijkbeurs that is just stopping, as at a restart, is waited for. */
async function holdWithPatience(folder: string): ReturnType<typeof holdFolder> {
  for (let attempt = 1; attempt < 20; attempt += 1) {
    const hold = await holdFolder(folder);
    if (hold !== null) return hold;
    await pause(200);
  }
  return holdFolder(folder);
}

/** Made beside its place and then moved there, so that a start broken off halfway leaves nothing half made. */
async function makeCluster(folder: string, { initdb }: Binaries, user: SystemUser | null): Promise<void> {
  const building = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  const password = randomBytes(24).toString('hex');
  await rm(building, { recursive: true, force: true });
  await mkdir(building, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user !== null) for (const path of [building, passwordFile]) await chown(path, user.uid, user.gid);
  // sorting is the same on every machine; which characters are letters comes from the system (trigrams ask it)
  const letters = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${letters}`];
  const access = ['--username=wijkbeurs', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const said = await output(initdb, [`--pgdata=${building}`, '--no-instructions', ...access, ...locale], user);
  await rm(passwordFile, { force: true });
  if (said !== null) throw new CannotStart(`PostgreSQL could not make its folder ${folder}.\n${said}`);
  const kept = join(building, passwordName);
  await writeFile(kept, password, { mode: 0o600 });
  if (user !== null) await chown(kept, user.uid, user.gid);
  await rename(building, folder);
}

const passwordName = 'wijkbeurs-password';

async function addressOf(folder: string, port: number): Promise<string> {
  const password = (await readFile(join(folder, passwordName), 'utf8')).trim();
  const sockets = socketFolder(folder);
  const through = sockets === null ? '' : `?host=${encodeURIComponent(sockets)}`;
  return `postgresql://wijkbeurs:${password}@127.0.0.1:${String(port)}/${databaseName}${through}`;
}

/** Bytes of the path of a socket: 104 with its end on a Mac, 108 on Linux. */
const longestSocket = 103;

/**
 * A question through a socket takes the machine two thirds of what it takes over its network, and nobody else reaches a socket in this
 * folder. Null where the system has none, where the path is too long, or where PostgreSQL would read it as more than one.
 */
export function socketFolder(folder: string): string | null {
  const whole = resolve(folder);
  const isPlain = /^[^,"]*$/.test(whole) && Buffer.byteLength(join(whole, `${socketName}65535`)) <= longestSocket;
  return process.platform !== 'win32' && isPlain ? whole : null;
}

const socketName = '.s.PGSQL.';

/** What a PostgreSQL that was killed left behind. */
async function clearSockets(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.startsWith(socketName));
  await Promise.all(left.map(async (name) => rm(join(folder, name), { force: true })));
}

/** Address of the PostgreSQL that a running `npm start` keeps in this folder, for scripts beside it; null when there is none. */
export async function runningPostgres(wanted: string): Promise<string | null> {
  const folder = reachableFolder(wanted, postgresUser());
  const lock = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => null);
  const port = Number(lock?.split('\n')[3]);
  return Number.isInteger(port) && port > 0 ? addressOf(folder, port) : null;
}

/** @returns null when it succeeded, else what it said */
async function output(command: string, options: string[], user: SystemUser | null): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, options, { ...user, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve(code === 0 ? null : said.trim());
    });
  });
}

/** Nothing is kept after a crash, little is when it stands in memory, and several test files have a product each. */
const safeguards = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const forTests = { ...safeguards, max_wal_size: '256MB', max_connections: '200' };

function run(
  folder: string,
  port: number,
  throwaway: boolean,
  { postgres }: Binaries,
  user: SystemUser | null,
): ChildProcess {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder(folder) ?? '',
    max_connections: '60',
    // rules are recognised by PostgreSQL's own words
    lc_messages: 'C',
    ...(throwaway ? forTests : {}),
  };
  const log = openSync(logOf(folder), 'w', 0o600);
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  // detached: Ctrl+C goes to us alone, and we stop PostgreSQL when the last request has been answered
  const child = spawn(postgres, ['-D', folder, '-p', String(port), ...flags], {
    ...user,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  return child;
}

const logOf = (folder: string) => `${folder}.log`;

async function untilReady(server: ChildProcess, url: string, folder: string): Promise<void> {
  const deadline = Date.now() + patience;
  const admin = new URL(url);
  admin.pathname = '/postgres';
  while (server.exitCode === null && server.signalCode === null && Date.now() < deadline) {
    const client = new Client({ connectionString: admin.href });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await pause(40);
    }
  }
  await stop(server);
  const log = await readFile(logOf(folder), 'utf8').catch(() => '');
  throw new CannotStart(
    `PostgreSQL did not start in ${folder}. It said:\n${log.trim().split('\n').slice(-8).join('\n')}`,
  );
}

async function asAdmin(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new Client({ connectionString: admin.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function ensureDatabase(url: string): Promise<void> {
  await asAdmin(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (rowCount === 0) await client.query(`create database ${databaseName}`);
  });
}

/** Throws away everything in it. */
export async function recreateDatabase(url: string): Promise<void> {
  await asAdmin(url, async (client) => {
    await client.query(`drop database ${databaseName} with (force)`);
    await client.query(`create database ${databaseName}`);
  });
}

/** SIGINT is PostgreSQL's fast shutdown: it breaks off connections and writes everything down. */
async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => {
    server.once('exit', () => {
      resolve();
    });
  });
  server.kill('SIGINT');
  const timer = setTimeout(() => server.kill('SIGQUIT'), 10_000);
  await gone;
  clearTimeout(timer);
}

/** After a hard stop of ours (kill -9, a full memory) PostgreSQL is still running, without anybody who will ever stop it. */
async function stopOrphan(folder: string): Promise<void> {
  const lock = join(folder, 'postmaster.pid');
  const pid = Number((await readFile(lock, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return;
  const deadline = Date.now() + patience;
  // a process id is given out again: only a postgres of this folder counts
  while (await isPostgresOf(pid, folder)) {
    if (Date.now() > deadline)
      throw new CannotStart(`An earlier PostgreSQL in ${folder} (process ${String(pid)}) does not stop.`);
    process.kill(pid, 'SIGINT');
    await pause(100);
  }
  await rm(lock, { force: true });
}

async function isPostgresOf(pid: number, folder: string): Promise<boolean> {
  const command =
    process.platform === 'linux'
      ? await readFile(`/proc/${String(pid)}/cmdline`, 'utf8').catch(() => '')
      : await commandOf(pid);
  return command.includes('postgres') && command.includes(folder);
}

async function commandOf(pid: number): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn('ps', ['-o', 'command=', '-p', String(pid)], { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.once('error', () => {
      resolve('');
    });
    child.once('close', () => {
      resolve(said);
    });
  });
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
