import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressFiles } from './compress-files.ts';
import { CannotStart } from './embedded-postgres.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const inProject = (path: string) => join(project, path);

const generatedClient = 'app/platform/prisma';

/** Everything that the built product is made from. */
const sources = [
  'app',
  'prisma/programme',
  'prisma/schema.prisma',
  'public',
  'package-lock.json',
  'vite.config.ts',
  'vite.checker.config.ts',
  'scripts/check-decision.ts',
  'scripts/compress-files.ts',
  'scripts/smaller-fonts.ts',
  'scripts/texts-of-scripts.ts',
  'remix.config.js',
];

/** Makes the database client when it is missing or older than the schema. */
export async function ensureClient(): Promise<'made' | 'up to date'> {
  if (changed(inProject(`${generatedClient}/client.ts`), ['prisma/schema.prisma'])) {
    await run('prisma', ['generate']);
    return 'made';
  }
  return 'up to date';
}

/** Builds pages and styles when they are missing or older than what they are made from. */
export async function ensureBuild(): Promise<'made' | 'up to date'> {
  if (changed(inProject('build/server/index.js'), sources)) {
    await buildAll();
    return 'made';
  }
  return 'up to date';
}

/** The product, and then beside its pages the checker of decisions: the first build empties the folder. */
async function buildAll(): Promise<void> {
  await run('remix', ['vite:build']);
  await run('vite', ['build', '--config', 'vite.checker.config.ts']);
  await compressFiles(inProject('build/client'));
}

function changed(made: string, from: readonly string[]): boolean {
  return !existsSync(made) || from.some((path) => newest(inProject(path)) > statSync(made).mtimeMs);
}

function newest(path: string): number {
  if (!existsSync(path) || path === inProject(generatedClient)) return 0;
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** @throws CannotStart with what the command said */
async function run(command: string, options: string[]): Promise<void> {
  const program = inProject(`node_modules/.bin/${command}`);
  if (!existsSync(program)) {
    throw new CannotStart(
      `The product has to be built, and the tools for that are not installed.\nRun this first: npm ci`,
    );
  }
  const child = spawn(process.execPath, [program, ...options], {
    cwd: project,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0)
    throw new CannotStart(
      `${command} ${options.join(' ')} failed. It said:\n${said.trim().split('\n').slice(0, 12).join('\n')}`,
    );
}

if (import.meta.main) {
  await ensureClient();
  await buildAll();
}
