import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from '#tests/support/memory-log.ts';
import { appendToLog } from '../append-to-log.server.ts';
import { utf8 } from '../bytes.ts';
import type { KeyRing } from '../key-ring.ts';
import { entryOf, formatPublishedLeaf, newSalt, type Leaf } from '../leaf.ts';
import { nodeMachine } from '../node-machine.server.ts';
import { newPrivateKey, signerFrom } from '../signer.server.ts';
import { run, walk } from '../steps.ts';
import { checksSignatures, webMachine } from '../web-machine.ts';
import { verifyLeaf } from './verify-leaf.ts';

const origin = 'wijkbeurs.example/log';
const signer = signerFrom(newPrivateKey(origin));
const keys: KeyRing = [{ key: signer.key, from: 0, through: null }];
const log = { origin, keys };
const publication = utf8('{"format":"wijkbeurs.decision"}');
const sha256 = createHash('sha256').update(publication).digest('hex');

async function logOf(...sizes: number[]) {
  const files = memoryFiles();
  const leaves: Leaf[] = [];
  const checkpoints: Uint8Array[] = [];
  for (const size of sizes) {
    const added = Array.from({ length: size - leaves.length }, (): Leaf => ({
      salt: newSalt(),
      record: { kind: 'decision', version: 1, number: '2026-0001', publishedOn: '2026-11-22', sha256 },
    }));
    leaves.push(...added);
    const done = await appendToLog(
      files,
      { ...log, signers: [signer] },
      added.map((leaf) => run(entryOf(leaf), nodeMachine())),
    );
    if (!done.ok) throw new Error(done.reason);
    checkpoints.push(files.held.get('checkpoint')!);
  }
  const leafAt = (index: number) => utf8(formatPublishedLeaf({ log: origin, index, leaf: leaves[index]! }));
  return { held: files.held, checkpoints, leafAt };
}

/** As a browser does it, and as a server: they must say the same. */
async function verify(held: Map<string, Uint8Array>, given: Parameters<typeof verifyLeaf>[0]) {
  const read = (path: string) => held.get(path) ?? null;
  const inBrowser = await walk(
    verifyLeaf(given, log),
    webMachine(async (path) => Promise.resolve(read(path))),
  );
  const onServer = run(verifyLeaf(given, log), nodeMachine(read));
  expect(JSON.stringify(inBrowser)).toBe(JSON.stringify(onServer));
  return inBrowser;
}

describe('who opens something that was published', () => {
  it('sees that it is in the log unchanged', async () => {
    const { held, leafAt, checkpoints } = await logOf(3, 300);
    expect(await checksSignatures()).toBe(true);
    for (const index of [0, 2, 255, 256, 299]) {
      const seen = await verify(held, { leaf: leafAt(index), publication, earlier: checkpoints[0]! });
      expect(seen).toMatchObject({
        ok: true,
        value: { index, record: { number: '2026-0001' }, checkpoint: { size: 300 } },
      });
    }
  });

  it('sees that the publication is another', async () => {
    const { held, leafAt } = await logOf(3);
    expect(await verify(held, { leaf: leafAt(1), publication: utf8('{}') })).toEqual({
      ok: false,
      reason: 'publication-differs',
    });
  });

  it('sees that the leaf is another, or of a place where it is not', async () => {
    const { held, leafAt } = await logOf(20);
    const { leafAt: made } = await logOf(20);
    expect(await verify(held, { leaf: made(5) })).toMatchObject({ ok: false, reason: 'leaf-not-in-log' });
    const moved = utf8(new TextDecoder().decode(leafAt(5)).replace('"index":5', '"index":6'));
    expect(await verify(held, { leaf: moved })).toMatchObject({ ok: false, reason: 'leaf-not-in-log' });
    const later = utf8(new TextDecoder().decode(leafAt(5)).replace('"index":5', '"index":20'));
    expect(await verify(held, { leaf: later })).toMatchObject({ ok: false, reason: 'leaf-not-yet-in-log' });
    const elsewhere = utf8(new TextDecoder().decode(leafAt(5)).replace(origin, 'elders.example/log'));
    expect(await verify(held, { leaf: elsewhere })).toMatchObject({ ok: false, reason: 'leaf-of-another-log' });
    expect(await verify(held, { leaf: utf8('{}') })).toMatchObject({ ok: false, reason: 'leaf-malformed' });
  });

  it('sees that the log was rewritten, went back, or is not there', async () => {
    const one = await logOf(3, 300);
    const other = await logOf(3, 300);
    expect(await verify(other.held, { leaf: other.leafAt(1), earlier: one.checkpoints[0]! })).toEqual({
      ok: false,
      reason: 'log-was-rewritten',
    });
    one.held.set('checkpoint', one.checkpoints[0]!);
    expect(await verify(one.held, { leaf: one.leafAt(1), earlier: one.checkpoints[1]! })).toMatchObject({
      ok: false,
      reason: 'log-went-back',
    });
    expect(await verify(new Map(), { leaf: one.leafAt(1) })).toEqual({ ok: false, reason: 'log-without-checkpoint' });
    one.held.delete('tile/0/000.p/3');
    one.held.delete('tile/0/000');
    expect(await verify(one.held, { leaf: one.leafAt(1) })).toMatchObject({ ok: false, reason: 'log-file-broken' });
  });

  it('sees a checkpoint that the log did not sign', async () => {
    const { held, leafAt } = await logOf(3);
    const bent = Uint8Array.from(held.get('checkpoint')!);
    bent[bent.length - 10] = bent[bent.length - 10] === 65 ? 66 : 65;
    expect((await verify(new Map(held).set('checkpoint', bent), { leaf: leafAt(1) })).ok).toBe(false);
  });
});

describe('what a browser gets', () => {
  it('imports nothing of Node', async () => {
    const folder = new URL('..', import.meta.url);
    const names = (await readdir(folder)).filter(
      (name) => name.endsWith('.ts') && !/\.(?:test|server)\.ts$/.test(name),
    );
    const texts = await Promise.all(
      [...names, 'verify/verify-leaf.ts'].map(async (name) => readFile(new URL(name, folder), 'utf8')),
    );
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => /from '(?:node:|[^']*\.server\.ts)|\bBuffer\b|\bprocess\b/.test(text))).toEqual([]);
  });
});
