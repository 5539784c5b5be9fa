import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filterOf, oneOf, quoted } from './filter.ts';

/** Reads a quoted value as the grammar of Meilisearch does. @returns the value and what is left behind it */
function read(text: string): { value: string; rest: string } {
  let value = '';
  let at = 1;
  for (; at < text.length && text[at] !== '"'; at += 1) {
    if (text[at] === '\\') at += 1;
    value += text[at] ?? '';
  }
  return { value, rest: text.slice(at + 1) };
}

const nothing = { from: null, to: null };

describe('a filter', () => {
  test('holds within a facet one of the values, over facets all', () => {
    const filters = { theme: ['groen', 'jeugd'], area: ['FB'] };
    expect(filterOf({ filters, money: nothing })).toEqual(['themes IN ["groen", "jeugd"]', 'areas IN ["FB"]']);
    expect(filterOf({ filters, money: nothing }, 'theme')).toEqual(['areas IN ["FB"]']);
  });

  test('has money from and to, in whole cents', () => {
    expect(filterOf({ filters: {}, money: { from: 100, to: 2500.7 } })).toEqual(['cents >= 100', 'cents <= 2500']);
    expect(filterOf({ filters: { kind: [] }, money: nothing })).toEqual([]);
  });

  test.each([
    ['" OR kind EXISTS OR "', '"\\" OR kind EXISTS OR \\""'],
    ['\\', '"\\\\"'],
    ['\\" OR id EXISTS', '"\\\\\\" OR id EXISTS"'],
  ])('%s stays a value', (value, written) => {
    expect(quoted(value)).toBe(written);
  });

  test('whatever is sent, it is read back as one value', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', '\\', "'", ']', ',', ' ', 'O', 'R', 'é') }), (value) => {
        expect(read(quoted(value))).toEqual({ value, rest: '' });
        expect(oneOf('kind', [value]).endsWith('"]')).toBe(true);
      }),
    );
  });
});
