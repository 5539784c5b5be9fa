/**
 * `npm run check:log`: checks the transparency log. Says which file or row is wrong and where. Ends with 0 when all is right, 1 when
 * something is not, 2 when it cannot look at all.
 *
 *   -- <folder> --origin <name> --keys <file>   a copy, from its files alone: no network, no database; of a folder that --into made,
 *                                               also its leaves and its earlier checkpoints
 *   -- <address> [--into <folder>]              a site: copies its log, and checks that; what it publishes must be what the log
 *                                               says. With a folder it goes on with the copy of the last time, of which the log
 *                                               must be the continuation
 *   -- --proof <file> [--of <file>]             one proof, and the publication that it is of
 *   -- --database                               the database of this installation: leaves, tiles, registers and the rows under them
 *
 *   --keys <file>      the keys of the log, as you got them another way than with the copy. Of a site: left out, those
 *                      that it gives itself are used, which is worth less
 *   --origin <name>    name of the log; left out: that of its first key
 *   --earlier <file>   a checkpoint that you kept; the log must be its continuation (again for more)
 *   --leaves <folder>  published leaves (`*.json`); each must be in the log unchanged
 *   --witness <key>    who watches the log; its signature must be right where it stands (again for more)
 */
import { mkdtemp, lstat, readdir, readFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkMirror, type NamedFile } from '#app/modules/transparency/check-mirror.ts';
import { parseKeyRing, type KeyRing } from '#app/modules/transparency/key-ring.ts';
import { filesUnder } from '#app/modules/transparency/log-folder.server.ts';
import { nodeMachine } from '#app/modules/transparency/node-machine.server.ts';
import { cosignature, parseVerifierKey, type VerifierKey } from '#app/modules/transparency/note-key.ts';
import { run } from '#app/modules/transparency/steps.ts';
import { toBase64 } from '#app/modules/transparency/bytes.ts';
import { checkpointPath } from '#app/modules/transparency/tile.ts';
import { verifyProof } from '#app/modules/transparency/verify/verify-proof.ts';
import { checkLogInDatabase } from './check-log-database.ts';
import { earlierIn, mirrorLog, type Mirrored } from './mirror-log.ts';

class CannotLook extends Error {}

const usage = `Say what:
  npm run check:log -- <folder> --keys <file> [--earlier <checkpoint>] [--leaves <folder>]
  npm run check:log -- <address> [--into <folder>] [--keys <file>]
  npm run check:log -- --proof <file> --keys <file> [--of <file>]
  npm run check:log -- --database`;

const options = {
  origin: { type: 'string' },
  keys: { type: 'string' },
  earlier: { type: 'string', multiple: true, default: [] as string[] },
  leaves: { type: 'string' },
  witness: { type: 'string', multiple: true, default: [] as string[] },
  into: { type: 'string' },
  proof: { type: 'string' },
  of: { type: 'string' },
  database: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What was asked; an option that there is not asks for how it is used. */
function asked() {
  try {
    return parseArgs({ allowPositionals: true, options });
  } catch {
    return parseArgs({ args: [], allowPositionals: true, options });
  }
}

const { positionals, values } = asked();

async function check(): Promise<number> {
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [what] = positionals;
  if (values.database && what === undefined) return checkLogInDatabase();
  if (values.proof !== undefined && what === undefined) return checkProof(values.proof);
  if (what === undefined || positionals.length > 1) throw new CannotLook(usage);
  if (URL.canParse(what) && /^https?:$/.test(new URL(what).protocol)) {
    const into = values.into ?? (await mkdtemp(join(tmpdir(), 'wijkbeurs-log-')));
    const mirrored = await mirrorLog(what, into);
    const keys = values.keys === undefined ? await keysOfSite(what) : await keysIn(values.keys);
    return checkFolder(into, keys, mirrored);
  }
  if (values.keys === undefined) throw new CannotLook(usage);
  if (!(await lstat(what)).isDirectory()) throw new CannotLook(`${what} is no folder`);
  return checkFolder(what, await keysIn(values.keys), await copyOfSite(what));
}

/** @returns null when it is no folder of `--into`, but a log alone */
async function copyOfSite(into: string): Promise<Mirrored | null> {
  const folder = join(into, 'log');
  if (fileOrNull(join(into, checkpointPath)) !== null || fileOrNull(join(folder, checkpointPath)) === null) return null;
  const leaves = await leavesIn(join(into, 'leaves'));
  return { folder, leaves, earlier: await earlierIn(into), wrong: [], publications: 0 };
}

async function checkFolder(given: string, keys: KeyRing, site: Mirrored | null): Promise<number> {
  const folder = site?.folder ?? given;
  const log = { origin: originOf(keys), keys, witnesses: values.witness.map(witnessKey) };
  const kept = await Promise.all(values.earlier.map(async (name) => ({ name, bytes: await readFile(name) })));
  const leaves = values.leaves === undefined ? (site?.leaves ?? []) : await leavesIn(values.leaves);
  const start = performance.now();
  const machine = nodeMachine((path) => fileOrNull(join(folder, path)));
  const earlier = [...kept, ...(site?.earlier ?? [])];
  const report = run(checkMirror(await filesUnder(folder), log, { earlier, leaves }), machine);
  const wrong = site?.wrong ?? [];
  const all = [...report.findings, ...wrong.map((one) => ({ ...one, at: undefined }))];

  for (const { path, problem, at } of all)
    console.log(`FAIL ${path}${at === undefined ? '' : `, number ${at + 1}`}: ${wordsOf(problem)}`);
  if (report.checkpoint !== null) {
    const { origin, size, root, witnesses } = report.checkpoint;
    console.log(`${all.length === 0 ? 'ok   ' : 'about'} ${origin}, ${size} leaves, root ${toBase64(root)}`);
    for (const { name, at } of witnesses) console.log(`      seen by ${name} at ${new Date(at * 1000).toISOString()}`);
  }
  const { tiles, bundles, earlier: compared, leaves: shown } = report.counted;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const published = site === null || site.publications === 0 ? '' : `, ${site.publications} publications`;
  console.log(
    `\n${tiles} tiles, ${bundles} bundles, ${compared} earlier checkpoints, ${shown} published leaves${published}: ${all.length} wrong (${seconds} s)`,
  );
  return all.length === 0 ? 0 : 1;
}

async function checkProof(path: string): Promise<number> {
  if (values.keys === undefined) throw new CannotLook(usage);
  const keys = await keysIn(values.keys);
  const given = {
    proof: await readFile(path),
    ...(values.of === undefined ? {} : { publication: await readFile(values.of) }),
  };
  const checked = run(verifyProof(given, { origin: originOf(keys), keys }), nodeMachine());
  if (!checked.ok) {
    console.log(`FAIL ${path}: ${wordsOf(checked.reason)}`);
    return 1;
  }
  const { index, checkpoint, record } = checked.value;
  console.log(`ok    line ${index + 1} of ${checkpoint.size} in ${checkpoint.origin}: ${JSON.stringify(record)}`);
  if (values.of === undefined) console.log('      the publication was not looked at: give it with --of');
  return 0;
}

function originOf(keys: KeyRing): string {
  return values.origin ?? keys[0]?.key.name ?? '';
}

async function keysIn(path: string): Promise<KeyRing> {
  return ringOf(await readFile(path, 'utf8'), path);
}

async function keysOfSite(site: string): Promise<KeyRing> {
  console.log(
    'note  these are the keys that the site gives itself: keep them, and give them with --keys the next time',
  );
  const answer = await fetch(new URL('/transparantie/log/keys', site));
  if (!answer.ok) throw new CannotLook(`${site} has no list of keys`);
  return ringOf(await answer.text(), site);
}

function ringOf(text: string, name: string): KeyRing {
  const ring = run(parseKeyRing(text), nodeMachine());
  if (!ring.ok) throw new CannotLook(`${name} is no list of keys: ${wordsOf(ring.reason)}`);
  return ring.value;
}

function witnessKey(text: string): VerifierKey {
  const key = run(parseVerifierKey(text), nodeMachine());
  if (!key.ok || key.value.type !== cosignature) throw new CannotLook(`not the key of a witness: ${text}`);
  return key.value;
}

async function leavesIn(folder: string): Promise<NamedFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => ({ name: join(folder, name), bytes: await readFile(join(folder, name)) })),
  );
}

function fileOrNull(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}

function wordsOf(problem: string): string {
  return problem.replaceAll('-', ' ');
}

try {
  process.exitCode = await check();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
