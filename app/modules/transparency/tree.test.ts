import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entriesNamed } from '#tests/support/memory-log.ts';
import { fromHex, sameBytes, toHex, utf8 } from './bytes.ts';
import { nodeMachine, sha256Now } from './node-machine.server.ts';
import { run } from './steps.ts';
import {
  consistencyPath,
  emptyRoot,
  inclusionPath,
  leafBytes,
  leafHash,
  nodeBytes,
  nodeHash,
  treeHash,
  verifiesConsistency,
  verifiesInclusion,
  type Hash,
  type Range,
} from './tree.ts';

const machine = nodeMachine();
const hex = (text: string) => fromHex(text)!;

// the vectors of github.com/transparency-dev/merkle: rfc6962_test.go and proof/verify_test.go
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  hex,
);
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
].map(hex);

/** RFC 6962, section 2.1, word for word: what everything else here is held against. */
function naiveRoot(entries: readonly Uint8Array[]): Hash {
  if (entries.length === 0) return sha256Now(new Uint8Array());
  if (entries.length === 1) return sha256Now(leafBytes(entries[0]!));
  let half = 1;
  while (half * 2 < entries.length) half *= 2;
  return sha256Now(nodeBytes(naiveRoot(entries.slice(0, half)), naiveRoot(entries.slice(half))));
}

const known = new Map<readonly Uint8Array[], Map<string, Hash>>();
const hashes = (entries: readonly Uint8Array[], path: readonly Range[]) =>
  path.map(({ start, end }) => {
    const roots = known.get(entries) ?? new Map<string, Hash>();
    known.set(entries, roots);
    const hash = roots.get(`${start} ${end}`) ?? naiveRoot(entries.slice(start, end));
    roots.set(`${start} ${end}`, hash);
    return hash;
  });
const includes = (...given: Parameters<typeof verifiesInclusion>) => run(verifiesInclusion(...given), machine);
const continues = (...given: Parameters<typeof verifiesConsistency>) => run(verifiesConsistency(...given), machine);

describe('hashes of RFC 6962', () => {
  it('are those of the published vectors', () => {
    expect(toHex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(toHex(run(treeHash([]), machine))).toBe(toHex(sha256Now(new Uint8Array())));
    expect(toHex(run(leafHash(utf8('L123456')), machine))).toBe(
      '395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56',
    );
    expect(toHex(run(nodeHash(utf8('N123'), utf8('N456')), machine))).toBe(
      'aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb',
    );
  });

  it.each(roots.map((root, at) => [at + 1, root] as const))('make the published root of %i leaves', (size, root) => {
    const all = leaves.slice(0, size).map((leaf) => run(leafHash(leaf), machine));
    expect(toHex(run(treeHash(all), machine))).toBe(toHex(root));
    expect(toHex(naiveRoot(leaves.slice(0, size)))).toBe(toHex(root));
  });
});

describe('proofs of the published vectors', () => {
  it.each([
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ] as const)('leaf %i of %i', (index, size, proof) => {
    expect(hashes(leaves, inclusionPath(index, size)).map(toHex)).toEqual(proof);
    const leaf = run(leafHash(leaves[index]!), machine);
    expect(includes({ index, size, leaf, root: roots[size - 1]! }, proof.map(hex))).toBe(true);
  });

  it.each([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
    [
      6,
      7,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
  ] as const)('the tree of %i leaves before that of %i', (earlier, size, proof) => {
    expect(hashes(leaves, consistencyPath(earlier, size)).map(toHex)).toEqual(proof);
    const [before, after] = [
      { size: earlier, root: roots[earlier - 1]! },
      { size, root: roots[size - 1]! },
    ];
    expect(continues(before, after, proof.map(hex))).toBe(true);
  });
});

describe('any tree', { timeout: 60_000 }, () => {
  const most = 130;
  const entries = entriesNamed(most);
  const leafHashes = entries.map((entry) => run(leafHash(entry), machine));
  const rootAt = Array.from({ length: most + 1 }, (_, size) => naiveRoot(entries.slice(0, size)));

  it('hashes as the definition does', () => {
    for (let size = 0; size <= most; size += 1)
      expect(toHex(run(treeHash(leafHashes.slice(0, size)), machine))).toBe(toHex(rootAt[size]!));
  });

  it('proves each leaf and each earlier tree', () => {
    const wrong: string[] = [];
    for (const size of [1, 2, 3, 7, 8, 9, 31, 33, 64, 65, 127, most]) {
      for (let index = 0; index < size; index += 1) {
        const claim = { index, size, leaf: leafHashes[index]!, root: rootAt[size]! };
        if (!includes(claim, hashes(entries, inclusionPath(index, size)))) wrong.push(`leaf ${index} of ${size}`);
        const earlier = { size: index + 1, root: rootAt[index + 1]! };
        const proof = hashes(entries, consistencyPath(earlier.size, size));
        if (!continues(earlier, { size, root: rootAt[size]! }, proof)) wrong.push(`${earlier.size} before ${size}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  const place = fc.integer({ min: 1, max: most }).chain((size) => fc.tuple(fc.nat(size - 1), fc.constant(size)));
  const mostlyTrue = <Value>(forged: fc.Arbitrary<Value>) =>
    fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: forged });
  /**
   * Every way to say something else with the same proof. Size and root of the tree go together, as in a signed checkpoint:
   * a root by itself does not say of how many leaves it is.
   */
  const forgery = fc.record({
    index: mostlyTrue(fc.integer({ min: -2, max: most + 2 })),
    size: mostlyTrue(fc.integer({ min: 0, max: most })),
    other: mostlyTrue(fc.nat(most - 1)),
    flip: mostlyTrue(fc.record({ at: fc.nat(40), byte: fc.nat(31), bit: fc.nat(7) })),
    length: mostlyTrue(fc.constantFrom('shorter', 'longer', 'swapped')),
  });

  function bend(
    proof: readonly Hash[],
    { flip, length }: { flip: { at: number; byte: number; bit: number } | null; length: string | null },
  ) {
    const bent: Hash[] = proof.map((hash) => Uint8Array.from(hash));
    const target = flip === null ? undefined : bent[flip.at % Math.max(1, bent.length)];
    if (flip !== null && target !== undefined) target[flip.byte] = target[flip.byte]! ^ (1 << flip.bit);
    if (length === 'shorter') bent.pop();
    if (length === 'longer') bent.push(emptyRoot);
    if (length === 'swapped') bent.reverse();
    return bent;
  }
  const same = (one: readonly Hash[], other: readonly Hash[]) =>
    one.length === other.length && one.every((hash, at) => sameBytes(hash, other[at]!));

  it('takes no forged proof that a leaf is in it', () => {
    fc.assert(
      fc.property(place, forgery, ([index, size], forged) => {
        const proof = hashes(entries, inclusionPath(index, size));
        const bent = bend(proof, forged);
        const [at, of] = [forged.index ?? index, forged.size ?? size];
        const claim = { index: at, size: of, leaf: leafHashes[forged.other ?? index]!, root: rootAt[of]! };
        const truth =
          at >= 0 &&
          at < of &&
          sameBytes(leafHashes[at]!, claim.leaf) &&
          same(bent, hashes(entries, inclusionPath(at, of)));
        expect(includes(claim, bent)).toBe(truth);
      }),
      { numRuns: 3000 },
    );
  });

  it('takes no forged proof that it continues another', () => {
    fc.assert(
      fc.property(place, forgery, ([before, size], forged) => {
        const proof = hashes(entries, consistencyPath(before, size));
        const bent = bend(proof, forged);
        const [from, to] = [forged.index ?? before, forged.size ?? size];
        const earlier = { size: from, root: rootAt[forged.other ?? before]! };
        const later = { size: to, root: rootAt[to]! };
        const truth =
          from >= 0 &&
          from <= to &&
          sameBytes(rootAt[from]!, earlier.root) &&
          same(bent, hashes(entries, consistencyPath(from, to)));
        expect(continues(earlier, later, bent)).toBe(truth);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['a leaf that is no hash', { leaf: utf8('short') }],
    ['a root that is no hash', { root: new Uint8Array() }],
    ['half a leaf', { index: 0.5 }],
    ['a size that is no number', { size: Number.NaN }],
  ])('refuses %s', (_what, wrong) => {
    const claim = { index: 0, size: 1, leaf: leafHashes[0]!, root: rootAt[1]! };
    expect(includes(claim, [])).toBe(true);
    expect(includes({ ...claim, ...wrong }, [])).toBe(false);
  });

  it('has no path to what is not there', () => {
    expect(() => inclusionPath(3, 3)).toThrow(RangeError);
    expect(() => inclusionPath(-1, 3)).toThrow(RangeError);
    expect(() => consistencyPath(4, 3)).toThrow(RangeError);
  });
});
