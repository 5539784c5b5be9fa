import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openSealed, SealBroken, sealFor, sealingKeysOf, type SealingKeys } from './sealing.server.ts';

const one = { id: '1', key: randomBytes(32) };
const two = { id: '2', key: randomBytes(32) };
const keys: SealingKeys = [one];
const text = 'NL35WIJK0123456789 van Ömer';

describe('what was sealed', () => {
  it('opens at its place, and looks different each time', () => {
    const sealed = sealFor(keys, 'row-1/person-1', text);
    expect(openSealed(keys, 'row-1/person-1', sealed)).toBe(text);
    expect(Buffer.from(sealed.sealed).toString('latin1')).not.toContain('WIJK');
    expect(sealFor(keys, 'row-1/person-1', text).sealed).not.toEqual(sealed.sealed);
  });

  it.each(['row-2/person-1', 'row-1/person-2', ''])('does not open when it was moved to %j', (place) => {
    const sealed = sealFor(keys, 'row-1/person-1', text);
    expect(() => openSealed(keys, place, sealed)).toThrow(SealBroken);
  });

  it('does not open with another key under the same name, nor without its key', () => {
    const sealed = sealFor(keys, 'row', text);
    expect(() => openSealed([{ id: '1', key: two.key }], 'row', sealed)).toThrow(/not what was sealed/);
    expect(() => openSealed([two], 'row', sealed)).toThrow(/key 1, which is not among the keys/);
  });

  it('does not open under the name of another key, even where both are the same', () => {
    const both: SealingKeys = [one, { id: '2', key: one.key }];
    expect(() => openSealed(both, 'row', { ...sealFor(both, 'row', text), keyId: '2' })).toThrow(SealBroken);
  });

  it('does not open when any byte was changed, or the end is missing', () => {
    const { keyId, sealed } = sealFor(keys, 'row', text);
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = new Uint8Array(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => openSealed(keys, 'row', { keyId, sealed: changed })).toThrow(SealBroken);
    }
    for (const length of [0, 11, 27, 28, sealed.length - 1])
      expect(() => openSealed(keys, 'row', { keyId, sealed: sealed.slice(0, length) })).toThrow(SealBroken);
  });

  it('opens after another key came in front, which seals from then on', () => {
    const before = sealFor([one], 'row', text);
    const rotated: SealingKeys = [two, one];
    expect(openSealed(rotated, 'row', before)).toBe(text);
    expect(sealFor(rotated, 'row', text).keyId).toBe('2');
  });
});

describe('keys in a setting', () => {
  const hex = 'ab'.repeat(32);
  it('are read in their order', () => {
    const read = sealingKeysOf(`2:${hex}, 1:${'CD'.repeat(32)}`);
    expect(read?.map(({ id, key }) => [id, key.toString('hex')])).toEqual([
      ['2', hex],
      ['1', 'cd'.repeat(32)],
    ]);
  });

  it.each(['', hex, `:${hex}`, `1:${hex.slice(1)}`, `1:${hex}g`, `1:${hex},`, `1:${hex},1:${hex}`, `a/b:${hex}`])(
    'are not read from %j',
    (setting) => {
      expect(sealingKeysOf(setting)).toBeNull();
    },
  );
});
