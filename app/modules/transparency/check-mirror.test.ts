import { describe, expect, it } from 'vitest';
import { memoryFiles } from '#tests/support/memory-log.ts';
import { appendToLog } from './append-to-log.server.ts';
import { utf8 } from './bytes.ts';
import { checkMirror } from './check-mirror.ts';
import { rotate, type KeyRing } from './key-ring.ts';
import { entryOf, formatPublishedLeaf, newSalt, type Leaf } from './leaf.ts';
import { nodeMachine } from './node-machine.server.ts';
import { formatNote, parseNote } from './note.ts';
import { cosign, newPrivateKey, signCheckpoint, signerFrom, witnessSigner } from './signer.server.ts';
import { run } from './steps.ts';

const origin = 'wijkbeurs.example/log';
const signer = signerFrom(newPrivateKey(origin));
const keys: KeyRing = [{ key: signer.key, from: 0, through: null }];
const plain = nodeMachine();

function leafNumber(at: number): Leaf {
  const number = `2026-${String(at + 1).padStart(4, '0')}`;
  return {
    record: { kind: 'decision', version: 1, number, publishedOn: '2026-11-22', sha256: 'ab'.repeat(32) },
    salt: newSalt(),
  };
}

/** A mirror that followed the log at each of these sizes. */
async function mirrorOf(...sizes: number[]) {
  const files = memoryFiles();
  const leaves: Leaf[] = [];
  const earlier: Uint8Array[] = [];
  for (const size of sizes) {
    const added = Array.from({ length: size - leaves.length }, (_, at) => leafNumber(leaves.length + at));
    leaves.push(...added);
    const done = await appendToLog(
      files,
      { origin, keys, signers: [signer] },
      added.map((leaf) => run(entryOf(leaf), plain)),
    );
    if (!done.ok) throw new Error(done.reason);
    earlier.push(files.held.get('checkpoint')!);
  }
  return {
    held: files.held,
    leaves,
    earlier,
    published: (index: number) => utf8(formatPublishedLeaf({ log: origin, index, leaf: leaves[index]! })),
  };
}

function check(
  held: Map<string, Uint8Array>,
  given: Parameters<typeof checkMirror>[2] = {},
  log: Partial<Parameters<typeof checkMirror>[1]> = {},
) {
  const machine = nodeMachine((path) => held.get(path) ?? null);
  return run(checkMirror([...held.keys()], { origin, keys, ...log }, given), machine);
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const bent = Uint8Array.from(bytes);
  bent[at] = bent[at]! ^ (1 << (at % 8));
  return bent;
}

describe('a mirror', { timeout: 120_000 }, () => {
  it('is right as it was written', async () => {
    const { held, earlier, published } = await mirrorOf(1, 5, 300, 600);
    const leaves = [0, 255, 256, 599].map((index) => ({ name: `${index}.json`, bytes: published(index) }));
    const report = check(held, { earlier: earlier.map((bytes, at) => ({ name: `earlier ${at}`, bytes })), leaves });
    expect(report.findings).toEqual([]);
    expect(report.checkpoint).toMatchObject({ origin, size: 600 });
    expect(report.counted).toEqual({ tiles: 4, bundles: 3, earlier: 4, leaves: 4 });
  });

  it('of an empty log is right', async () => {
    const { held } = await mirrorOf(0);
    expect(check(held).findings).toEqual([]);
  });

  it.each([1, 3, 256, 300, 513])(
    'of %i leaves is wrong with any byte of any file changed, and the file is named',
    async (size) => {
      const { held } = await mirrorOf(...[Math.floor(size / 2), size].filter((one) => one > 0));
      const unseen: string[] = [];
      const elsewhere: string[] = [];
      for (const [path, bytes] of held) {
        // every byte of small files, and a spread over large ones, with their first and last
        const step = bytes.length > 400 ? Math.ceil(bytes.length / 60) : 1;
        for (
          let at = 0;
          at < bytes.length;
          at = at === bytes.length - 1 ? bytes.length : Math.min(at + step, bytes.length - 1)
        ) {
          const { findings } = check(new Map(held).set(path, flipped(bytes, at)));
          if (findings.length === 0) unseen.push(`${path} at ${at}`);
          if (!findings.every((finding) => finding.path === path))
            elsewhere.push(`${path} at ${at}: ${JSON.stringify(findings)}`);
        }
      }
      expect(unseen).toEqual([]);
      expect(elsewhere).toEqual([]);
    },
    120_000,
  );

  it('says which entry and which hash', async () => {
    const { held } = await mirrorOf(600);
    const bundle = held.get('tile/entries/001')!;
    expect(check(new Map(held).set('tile/entries/001', flipped(bundle, 34 * 7 + 5))).findings).toEqual([
      { path: 'tile/entries/001', problem: 'entry-differs', at: 7 },
    ]);
    const tile = held.get('tile/0/002.p/88')!;
    expect(check(new Map(held).set('tile/0/002.p/88', flipped(tile, 32 * 9))).findings).toEqual([
      { path: 'tile/0/002.p/88', problem: 'hash-differs', at: 9 },
    ]);
  });

  it('names both when an entry and a hash elsewhere changed', async () => {
    const { held } = await mirrorOf(600);
    const bent = new Map(held)
      .set('tile/entries/000', flipped(held.get('tile/entries/000')!, 40))
      .set('tile/0/001', flipped(held.get('tile/0/001')!, 64));
    expect(
      check(bent)
        .findings.map(({ path }) => path)
        .sort(),
    ).toEqual(['tile/0/001', 'tile/entries/000']);
  });

  it('is wrong with a whole history that was made up, signed by nobody', async () => {
    const { held, earlier } = await mirrorOf(300);
    const other = await mirrorOf(300);
    // another history of the same length with the checkpoint of the real one
    const bent = new Map(other.held).set('checkpoint', earlier[0]!);
    expect(check(bent).findings).toContainEqual({ path: 'checkpoint', problem: 'root-of-other-files' });
    expect(check(held).findings).toEqual([]);
  });

  it('is wrong with a file missing, cut off, or too many', async () => {
    const { held } = await mirrorOf(300);
    for (const path of held.keys()) {
      const without = new Map(held);
      without.delete(path);
      expect(check(without).findings).toContainEqual({ path, problem: 'missing' });
      const cut = new Map(held).set(path, held.get(path)!.subarray(1));
      expect(check(cut).findings.map((finding) => finding.path)).toEqual([path]);
    }
    for (const path of ['tile/0/001.p/45', 'tile/0/002', 'tile/2/000.p/1', 'readme.txt', 'tile/0/000.p/0'])
      expect(check(new Map(held).set(path, new Uint8Array(32))).findings).toEqual([
        { path, problem: 'not-of-this-log' },
      ]);
  });

  it('may keep smaller tiles, which must be how the larger begin', async () => {
    const { held } = await mirrorOf(10, 300);
    expect([...held.keys()]).toContain('tile/0/000.p/10');
    const bent = new Map(held).set('tile/0/000.p/10', flipped(held.get('tile/0/000.p/10')!, 3));
    expect(check(bent).findings).toEqual([{ path: 'tile/0/000.p/10', problem: 'differs-from-what-followed' }]);
    const cut = new Map(held).set('tile/0/000.p/10', held.get('tile/0/000.p/10')!.subarray(32));
    expect(check(cut).findings).toHaveLength(1);
  });
});

describe('what was seen earlier', () => {
  it('shows a log that was rewritten, even when its own key signed that', async () => {
    const [one, other] = [await mirrorOf(300), await mirrorOf(200, 400)];
    const earlier = [{ name: 'kept', bytes: one.earlier[0]! }];
    expect(check(other.held).findings).toEqual([]);
    expect(check(other.held, { earlier }).findings).toEqual([{ path: 'kept', problem: 'rewritten-since' }]);
  });

  it('shows a log that became smaller', async () => {
    const { earlier } = await mirrorOf(200, 400);
    const { held } = await mirrorOf(300);
    expect(check(held, { earlier: [{ name: 'kept', bytes: earlier[1]! }] }).findings).toEqual([
      { path: 'kept', problem: 'larger-than-the-log' },
    ]);
  });

  it('must have been signed', async () => {
    const { held } = await mirrorOf(10);
    const stranger = signerFrom(newPrivateKey(origin));
    const bytes = signCheckpoint({ origin, size: 5, root: new Uint8Array(32) }, [stranger]);
    expect(check(held, { earlier: [{ name: 'kept', bytes }] }).findings).toEqual([
      { path: 'kept', problem: 'note-signed-by-nobody-known' },
    ]);
  });
});

describe('published leaves', () => {
  it('are found when any byte of them changes', async () => {
    const { held, published } = await mirrorOf(300);
    const file = published(280);
    const unseen = Array.from(file.keys()).filter(
      (at) => check(held, { leaves: [{ name: 'leaf', bytes: flipped(file, at) }] }).findings.length === 0,
    );
    expect(unseen).toEqual([]);
  }, 120_000);

  it('are not taken for each other', async () => {
    const { held, leaves } = await mirrorOf(20);
    const bytes = utf8(formatPublishedLeaf({ log: origin, index: 3, leaf: leaves[4]! }));
    expect(check(held, { leaves: [{ name: 'leaf', bytes }] }).findings).toEqual([
      { path: 'leaf', problem: 'leaf-not-in-log' },
    ]);
    const elsewhere = utf8(formatPublishedLeaf({ log: 'elders.example', index: 4, leaf: leaves[4]! }));
    expect(check(held, { leaves: [{ name: 'leaf', bytes: elsewhere }] }).findings).toEqual([
      { path: 'leaf', problem: 'leaf-of-another-log' },
    ]);
  });

  it('may be erased: the log stays right, and says nothing of them', async () => {
    const { held, leaves, published } = await mirrorOf(20);
    const known = published(4);
    leaves[4] = leafNumber(4);
    // who knows the record but not the salt cannot show that it was the one
    expect(check(held, { leaves: [{ name: 'leaf', bytes: published(4) }] }).findings).toHaveLength(1);
    expect(check(held, { leaves: [{ name: 'leaf', bytes: known }] }).findings).toEqual([]);
    expect(check(held).findings).toEqual([]);
    for (const bytes of held.values()) expect(Buffer.from(bytes).includes('2026-0005')).toBe(false);
  });
});

describe('a key that leaked', () => {
  it('counts up to where it was ended: a later history that it signs is refused, an earlier one does not fit', async () => {
    const next = signerFrom(newPrivateKey(origin));
    const { held, earlier } = await mirrorOf(300);
    const rotated = rotate(keys, next.key, 300);
    if (!rotated.ok) throw new Error(rotated.reason);
    const log = { origin, keys: rotated.value, signers: [signer, next] };
    const files = {
      ...memoryFiles(),
      read: async (path: string) => Promise.resolve(held.get(path) ?? null),
      write: async (path: string, bytes: Uint8Array) => Promise.resolve(void held.set(path, bytes)),
    };
    // both sign the size of the change, the new one signs on alone
    expect(await appendToLog(files, log, [])).toMatchObject({ ok: true, value: { size: 300 } });
    expect(check(held, {}, { keys: rotated.value }).checkpoint?.signedBy).toHaveLength(2);
    expect(await appendToLog(files, { ...log, signers: [next] }, [new Uint8Array(32)])).toMatchObject({
      ok: true,
      value: { size: 301 },
    });
    expect(
      check(held, { earlier: [{ name: 'before', bytes: earlier[0]! }] }, { keys: rotated.value }).findings,
    ).toEqual([]);

    const thief = await mirrorOf(200, 400);
    expect(check(thief.held, {}, { keys: rotated.value }).findings).toEqual([
      { path: 'checkpoint', problem: 'checkpoint-key-not-counting' },
    ]);
    expect(
      check(held, { earlier: [{ name: 'of the thief', bytes: thief.earlier[0]! }] }, { keys: rotated.value }).findings,
    ).toEqual([{ path: 'of the thief', problem: 'rewritten-since' }]);
  });
});

describe('a witness', () => {
  it('is heard when it was asked for, and its signature must be right', async () => {
    const { held } = await mirrorOf(10);
    const witness = witnessSigner('witness.example/w1', new Uint8Array(32).fill(9));
    const note = parseNote(held.get('checkpoint')!);
    if (!note.ok) throw new Error(note.reason);
    const { text, signatures } = note.value;
    const line = cosign(text, witness, 1_790_000_000);
    held.set('checkpoint', formatNote({ text, signatures: [...signatures, line] }));
    expect(check(held).checkpoint?.witnesses).toEqual([]);
    expect(check(held, {}, { witnesses: [witness.key] }).checkpoint?.witnesses).toEqual([
      { name: 'witness.example/w1', at: 1_790_000_000 },
    ]);
    held.set(
      'checkpoint',
      formatNote({ text, signatures: [...signatures, { ...line, signature: flipped(line.signature, 20) }] }),
    );
    expect(check(held, {}, { witnesses: [witness.key] }).findings).toEqual([
      { path: 'checkpoint', problem: 'note-signature-wrong' },
    ]);
  });
});
