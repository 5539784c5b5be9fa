import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appendToLog } from '#app/modules/transparency/append-to-log.server.ts';
import { formatKeyRing, type KeyRing } from '#app/modules/transparency/key-ring.ts';
import { entryOf, formatPublishedLeaf, newSalt, type Leaf } from '#app/modules/transparency/leaf.ts';
import { logFolder } from '#app/modules/transparency/log-folder.server.ts';
import { nodeMachine } from '#app/modules/transparency/node-machine.server.ts';
import { newPrivateKey, signerFrom } from '#app/modules/transparency/signer.server.ts';
import { run } from '#app/modules/transparency/steps.ts';

const origin = 'wijkbeurs.example/log';
const signer = signerFrom(newPrivateKey(origin));
const keys: KeyRing = [{ key: signer.key, from: 0, through: null }];
const leaves: Leaf[] = Array.from({ length: 300 }, () => ({
  salt: newSalt(),
  record: { kind: 'decision', version: 1, number: '2026-0001', publishedOn: '2026-11-22', sha256: 'ab'.repeat(32) },
}));

let folder = '';
const at = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-mirror-'));
  await mkdir(at('log'));
  await mkdir(at('leaves'));
  const entries = leaves.map((leaf) => run(entryOf(leaf), nodeMachine()));
  const log = { origin, keys, signers: [signer] };
  await appendToLog(logFolder(at('log')), log, entries.slice(0, 100));
  await writeFile(at('kept'), await readFile(at('log/checkpoint')));
  await appendToLog(logFolder(at('log')), log, entries.slice(100));
  await writeFile(at('keys'), formatKeyRing(keys));
  for (const index of [0, 299])
    await writeFile(at(`leaves/${index}.json`), formatPublishedLeaf({ log: origin, index, leaf: leaves[index]! }));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs it as people do. */
async function check(...given: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/check-log.ts', ...given], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr });
    });
  });
}
const everything = () => [
  at('log'),
  '--origin',
  origin,
  '--keys',
  at('keys'),
  '--earlier',
  at('kept'),
  '--leaves',
  at('leaves'),
];

describe('npm run check:log', { timeout: 120_000 }, () => {
  it('finds a copy right, from its files alone', async () => {
    const { code, said } = await check(...everything());
    expect(said).toContain(`ok    ${origin}, 300 leaves, root `);
    expect(said).toContain('3 tiles, 2 bundles, 1 earlier checkpoints, 2 published leaves: 0 wrong');
    expect(code).toBe(0);
  });

  it('takes the folder that a copy of a site was made into as it is, with its leaves', async () => {
    const { code, said } = await check(folder, '--keys', at('keys'));
    expect(said).toContain('3 tiles, 2 bundles, 0 earlier checkpoints, 2 published leaves: 0 wrong');
    expect(code).toBe(0);
  });

  it('names the file and the place where it is not', async () => {
    const path = at('log/tile/entries/001.p/44');
    const bytes = await readFile(path);
    await writeFile(
      path,
      Uint8Array.from(bytes, (byte, place) => (place === 34 * 3 + 2 ? byte ^ 1 : byte)),
    );
    const { code, said } = await check(...everything());
    await writeFile(path, bytes);
    expect(said).toContain('FAIL tile/entries/001.p/44, number 4: entry differs');
    expect(code).toBe(1);
  });

  it('names a published leaf that was changed', async () => {
    const path = at('leaves/299.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('2026-0001', '2026-0002'));
    const { code, said } = await check(...everything());
    await writeFile(path, text);
    expect(said).toContain(`FAIL ${path}: leaf not in log`);
    expect(code).toBe(1);
  });

  it('says that it cannot look', async () => {
    expect(await check()).toMatchObject({ code: 2, said: expect.stringContaining('Say what') as string });
    expect((await check(at('nowhere'), '--origin', origin, '--keys', at('keys'))).code).toBe(2);
    expect(await check(at('log'), '--origin', origin, '--keys', at('kept'))).toMatchObject({
      code: 2,
      said: expect.stringContaining('no list of keys') as string,
    });
    expect((await check(at('log'), '--origin', origin, '--keys', at('keys'), '--witness', 'x')).code).toBe(2);
  });
});
