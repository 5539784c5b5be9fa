import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { memoryFiles } from '#tests/support/memory-log.ts';
import { appendToLog } from '../append-to-log.server.ts';
import { utf8 } from '../bytes.ts';
import type { KeyRing } from '../key-ring.ts';
import { entryOf, formatPublishedLeaf, newSalt, type Leaf } from '../leaf.ts';
import { nodeMachine } from '../node-machine.server.ts';
import { formatProof } from '../proof-file.ts';
import { signerOfSeed } from '../signer.server.ts';
import { run } from '../steps.ts';
import { inclusionProof, tiledTree } from '../tiled-tree.ts';
import { verifyProof } from './verify-proof.ts';

const origin = 'wijkbeurs.example/log';
const signer = signerOfSeed(origin, new Uint8Array(32).fill(1));
const keys: KeyRing = [{ key: signer.key, from: 0, through: null }];
const log = { origin, keys };
const publication = utf8('{"format":"wijkbeurs.decision"}');
const sha256 = createHash('sha256').update(publication).digest('hex');
const size = 300;

async function proofs() {
  const files = memoryFiles();
  const leaves = Array.from({ length: size }, (): Leaf => ({
    salt: newSalt(),
    record: { kind: 'decision', version: 1, number: '2026-0001', publishedOn: '2026-11-22', sha256 },
  }));
  const entries = leaves.map((leaf) => run(entryOf(leaf), nodeMachine()));
  await appendToLog(files, { ...log, signers: [signer] }, entries);
  const machine = nodeMachine((path) => files.held.get(path) ?? null);
  return (index: number) =>
    formatProof({
      leaf: utf8(formatPublishedLeaf({ log: origin, index, leaf: leaves[index]! })),
      size,
      hashes: run(inclusionProof(tiledTree(size), index), machine),
      checkpoint: files.held.get('checkpoint')!,
    });
}

const verify = (proof: string, of = publication) =>
  run(verifyProof({ proof: utf8(proof), publication: of }, log), nodeMachine());

describe('a proof in one file', () => {
  it('proves its leaf, without the log', async () => {
    const proofAt = await proofs();
    for (const index of [0, 255, 256, 299])
      expect(verify(proofAt(index))).toMatchObject({ ok: true, value: { index, checkpoint: { size } } });
  });

  it('proves nothing else', async () => {
    const proofAt = await proofs();
    const proof = proofAt(7);
    expect(verify(proof, utf8('{}'))).toMatchObject({ ok: false, reason: 'publication-differs' });
    expect(verify(proof.replace('"index":7', '"index":8'))).toMatchObject({ ok: false, reason: 'leaf-not-in-log' });
    expect(verify(proof.replace('"size":300', '"size":299'))).toMatchObject({ ok: false, reason: 'leaf-not-in-log' });
    expect(verify(proof.replace(origin, 'elders.example/log'))).toMatchObject({ ok: false });
    expect(verify(proof.replace('"size":300', '"size":300,"more":1'))).toMatchObject({ reason: 'proof-malformed' });
    for (const text of ['', 'nee', '{}', 'null', '[]'])
      expect(verify(text)).toMatchObject({ reason: 'proof-malformed' });
    const other = JSON.parse(proofAt(9)) as { proof: string[] };
    const swapped = JSON.stringify({ ...(JSON.parse(proof) as object), proof: other.proof });
    expect(verify(swapped)).toMatchObject({ ok: false, reason: 'leaf-not-in-log' });
  });

  it('is refused when any character of it is another', async () => {
    const proof = (await proofs())(5);
    for (let at = 0; at < proof.length; at += 7) {
      const bent = `${proof.slice(0, at)}${proof[at] === '0' ? '1' : '0'}${proof.slice(at + 1)}`;
      expect({ at, ok: verify(bent).ok }).toEqual({ at, ok: false });
    }
  });
});
