import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entriesNamed, tilesOfEntries } from '#tests/support/memory-log.ts';
import { appendToLog } from './append-to-log.server.ts';
import { toHex } from './bytes.ts';
import { checkMirror } from './check-mirror.ts';
import type { KeyRing } from './key-ring.ts';
import { filesUnder, logFolder } from './log-folder.server.ts';
import { nodeMachine } from './node-machine.server.ts';
import { newPrivateKey, signerFrom } from './signer.server.ts';
import { run } from './steps.ts';
import { tilePath, tilesOf } from './tile.ts';

const origin = 'wijkbeurs.example/log';
const signer = signerFrom(newPrivateKey(origin));
const keys: KeyRing = [{ key: signer.key, from: 0, through: null }];
const log = { origin, keys, signers: [signer] };
const entries = entriesNamed(600);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wijkbeurs-log-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function check() {
  const paths = await filesUnder(folder);
  const held = new Map(
    await Promise.all(paths.map(async (path) => [path, await readFile(join(folder, path))] as const)),
  );
  return run(
    checkMirror(paths, { origin, keys }),
    nodeMachine((path) => held.get(path) ?? null),
  );
}

describe('a log in a folder', () => {
  it('grows to the same tree however the entries come, and a mirror of the folder is right', async () => {
    let size = 0;
    for (const count of [0, 1, 4, 250, 1, 44, 300]) {
      const done = await appendToLog(logFolder(folder), log, entries.slice(size, size + count));
      size += count;
      expect(done).toMatchObject({ ok: true, value: { origin, size } });
      if (done.ok) expect(toHex(done.value.root)).toBe(toHex(tilesOfEntries(entries.slice(0, size)).roots.get(size)!));
    }
    expect((await check()).findings).toEqual([]);
    for (const tile of tilesOf(600)) expect(await filesUnder(folder)).toContain(tilePath(tile));
  });

  it('leaves nothing half written', async () => {
    await appendToLog(logFolder(folder), log, entries.slice(0, 3));
    expect((await filesUnder(folder)).sort()).toEqual(['checkpoint', 'tile/0/000.p/3', 'tile/entries/000.p/3']);
  });

  it('signs nothing on top of files that are not what was signed', async () => {
    const files = logFolder(folder);
    await appendToLog(files, log, entries.slice(0, 3));
    const signed = await readFile(join(folder, 'checkpoint'));
    const tile = join(folder, 'tile/0/000.p/3');
    const bytes = await readFile(tile);
    await writeFile(
      tile,
      Uint8Array.from(bytes, (byte, at) => (at === 40 ? byte ^ 1 : byte)),
    );
    expect(await appendToLog(files, log, entries.slice(3, 4))).toMatchObject({
      ok: false,
      reason: 'log-differs-from-checkpoint',
    });
    await rm(tile);
    expect(await appendToLog(files, log, entries.slice(3, 4))).toEqual({
      ok: false,
      reason: 'log-file-broken',
      detail: { path: 'tile/0/000.p/3' },
    });
    expect(await readFile(join(folder, 'checkpoint'))).toEqual(signed);
  });

  it('signs nothing for a checkpoint of a stranger', async () => {
    const files = logFolder(folder);
    const stranger = signerFrom(newPrivateKey(origin));
    await appendToLog(
      files,
      { origin, keys: [{ key: stranger.key, from: 0, through: null }], signers: [stranger] },
      entries.slice(0, 3),
    );
    expect(await appendToLog(files, log, [])).toMatchObject({ ok: false, reason: 'note-signed-by-nobody-known' });
    expect(await appendToLog(files, { ...log, signers: [stranger] }, [])).toMatchObject({ ok: false });
  });

  it('asks for every key that counts at the new size', async () => {
    const stranger = signerFrom(newPrivateKey(origin));
    const two: KeyRing = [...keys, { key: stranger.key, from: 2, through: null }];
    const files = logFolder(folder);
    expect(await appendToLog(files, { ...log, keys: two }, entries.slice(0, 1))).toMatchObject({ ok: true });
    expect(await appendToLog(files, { ...log, keys: two }, entries.slice(1, 2))).toEqual({
      ok: false,
      reason: 'signers-not-of-log',
    });
    expect(await appendToLog(files, { ...log, signers: [] }, [])).toEqual({ ok: false, reason: 'signers-not-of-log' });
  });

  it('goes on where it stopped between the tiles and the checkpoint', async () => {
    const files = logFolder(folder);
    await appendToLog(files, log, entries.slice(0, 3));
    const stopping = {
      ...files,
      write: async (path: string, bytes: Uint8Array) => {
        if (path === 'checkpoint') throw new Error('the power went');
        await files.write(path, bytes);
      },
    };
    await expect(appendToLog(stopping, log, entries.slice(10, 12))).rejects.toThrow('the power went');
    // other entries take the place of those that were never signed
    expect(await appendToLog(files, log, entries.slice(3, 5))).toMatchObject({ ok: true, value: { size: 5 } });
    expect((await check()).findings).toEqual([]);
  });

  it('writes nothing beside it', async () => {
    const files = logFolder(folder);
    for (const path of ['../checkpoint', '/etc/hosts', 'tile/0/../../x', 'tile/0/0', '']) {
      await expect(files.write(path, new Uint8Array())).rejects.toThrow(RangeError);
      await expect(files.read(path)).rejects.toThrow(RangeError);
    }
    expect(await readdir(folder)).toEqual([]);
  });
});
