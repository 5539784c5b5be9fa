import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesNamed, tilesOfEntries } from '#tests/support/memory-log.ts';
import { sameBytes, toHex } from './bytes.ts';
import { readTail, rootOfTail } from './log-tail.ts';
import { nodeMachine } from './node-machine.server.ts';
import { run } from './steps.ts';
import { tilePath, tilesOf } from './tile.ts';
import { BrokenTile, consistencyProof, inclusionProof, leafHashAt, rootOf, tiledTree } from './tiled-tree.ts';
import { leafHash, treeHash, verifiesConsistency, verifiesInclusion } from './tree.ts';

const most = 10_000;
const entries = entriesNamed(most);
const plain = nodeMachine();
const hashes = entries.map((entry) => run(leafHash(entry), plain));

/** Cuts a history of events into the batches in which they came. */
const history = fc
  .array(fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) }, fc.integer({ min: 200, max: 1500 })), {
    minLength: 1,
    maxLength: 60,
  })
  .map((batches) => {
    const sum = batches.reduce((one, other) => one + other, 0);
    return sum < most ? [...batches, most - sum] : batches;
  });

describe('a random history of 10,000 events', { timeout: 120_000 }, () => {
  it('has the roots of the definition, and proofs that verify for every event and every size it had', () => {
    fc.assert(
      fc.property(history, (batches) => {
        const { machine, roots, tail } = tilesOfEntries(entries, batches);
        const tree = tiledTree(tail.size);
        const root = run(rootOf(tree), machine);
        expect(toHex(root)).toBe(toHex(run(treeHash(hashes.slice(0, tail.size)), plain)));
        for (const [size, earlier] of roots) {
          expect(toHex(run(rootOf(tree, size), machine))).toBe(toHex(earlier));
          const proof = run(consistencyProof(tree, size), machine);
          expect(run(verifiesConsistency({ size, root: earlier }, { size: tail.size, root }, proof), machine)).toBe(
            true,
          );
        }
      }),
      { numRuns: 3 },
    );
  });

  it('proves each of them, and none in the place of another', () => {
    const { machine, tail } = tilesOfEntries(entries, [9_000, 999, 1]);
    const tree = tiledTree(tail.size);
    const root = run(rootOf(tree), machine);
    for (let index = 0; index < tail.size; index += 1) {
      const proof = run(inclusionProof(tree, index), machine);
      const claim = { index, size: tail.size, leaf: hashes[index]!, root };
      if (!run(verifiesInclusion(claim, proof), machine)) expect.fail(`leaf ${index} has no proof`);
      const forged = { ...claim, leaf: hashes[(index + 1) % tail.size]! };
      if (run(verifiesInclusion(forged, proof), machine)) expect.fail(`another leaf passes for ${index}`);
    }
    expect(sameBytes(run(leafHashAt(tree, 4321), machine), hashes[4321]!)).toBe(true);
  });

  it('says the same of a mirror that is at an earlier size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), fc.nat(), (size, seed) => {
        const { machine } = tilesOfEntries(entries, [size]);
        const index = seed % size;
        const proof = run(inclusionProof(tiledTree(size), index), machine);
        const root = run(treeHash(hashes.slice(0, size)), plain);
        expect(run(verifiesInclusion({ index, size, leaf: hashes[index]!, root }, proof), machine)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the files of a log', { timeout: 60_000 }, () => {
  it('are the same however the entries came', () => {
    const count = 700;
    const [once, byOne] = [
      tilesOfEntries(entries.slice(0, count)),
      tilesOfEntries(entries.slice(0, count), Array<number>(count).fill(1)),
    ];
    for (const tile of tilesOf(count)) {
      const path = tilePath(tile);
      expect(toHex(byOne.files.get(path)!)).toBe(toHex(once.files.get(path)!));
    }
    expect(once.files.size).toBe([...tilesOf(count)].length);
  });

  it('are enough to go on from', () => {
    for (const size of [1, 255, 256, 257, 600]) {
      const { machine, tail } = tilesOfEntries(entries.slice(0, size));
      const read = run(readTail(size), machine);
      expect(read.size).toBe(size);
      expect(read.entries.map(toHex)).toEqual(tail.entries.map(toHex));
      expect(toHex(run(rootOfTail(read), machine))).toBe(toHex(run(rootOfTail(tail), machine)));
    }
  });

  it('do without partial tiles once there is the full one', () => {
    const { files, machine } = tilesOfEntries(entries.slice(0, 300), [200, 100]);
    const before = run(rootOf(tiledTree(200)), machine);
    for (const path of [...files.keys()]) if (path.endsWith('.p/200')) files.delete(path);
    expect(toHex(run(rootOf(tiledTree(200)), machine))).toBe(toHex(before));
  });

  it('name the tile that is missing or cut off', () => {
    const { files, machine } = tilesOfEntries(entries.slice(0, 300));
    files.set('tile/0/000', files.get('tile/0/000')!.subarray(1));
    expect(() => run(inclusionProof(tiledTree(300), 5), machine)).toThrow(new BrokenTile('tile/0/000'));
    files.delete('tile/0/001.p/44');
    expect(() => run(rootOf(tiledTree(300)), machine)).toThrow('tile/0/001.p/44');
  });
});
