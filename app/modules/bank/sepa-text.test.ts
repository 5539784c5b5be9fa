import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSepaId, sepaText, unreadableSigns } from './sepa-text.ts';

describe('a name in the characters of SEPA', () => {
  it.each([
    ['Zoë Şahin', 'Zoe Sahin'],
    ['Fátima Ñuñez-Øster', 'Fatima Nunez-Oster'],
    ['Łukasz Groß', 'Lukasz Gross'],
    ['Stichting Wij & Zij', 'Stichting Wij + Zij'],
    ['ĳsbrand', 'ijsbrand'],
    ['D’Angelo “Bo”', "D'Angelo 'Bo'"],
    ['a_b@c.nl; {x}', 'a-b(at)c.nl, (x)'],
    ['  veel \t\n  ruimte  ', 'veel ruimte'],
    ['//begin // en eind/', 'begin / en eind'],
    ['Anna 李', 'Anna .'],
    ['€ 5', 'EUR 5'],
    ['x<y>z', 'x.y.z'],
  ])('%j is %j', (from, to) => {
    expect(sepaText(from, 70)).toBe(to);
  });

  it.each(['', '   ', '李小龙', '///', '.', '🎉'])('has nothing left of %j', (text) => {
    expect(sepaText(text, 70)).toBeNull();
  });

  it('cuts without an end that means something else', () => {
    expect(sepaText('a'.repeat(71), 70)).toBe('a'.repeat(70));
    expect(sepaText(`${'a'.repeat(69)}/b`, 70)).toBe('a'.repeat(69));
    expect(sepaText(`${'a'.repeat(69)} b`, 70)).toBe('a'.repeat(69));
  });

  it('holds nothing else, whatever comes in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.integer({ min: 1, max: 140 }), (text, longest) => {
        const plain = sepaText(text, longest);
        if (plain === null) return;
        expect(plain).toMatch(/^[A-Za-z0-9\-?:().,'+]([A-Za-z0-9/\-?:().,'+ ]*[A-Za-z0-9\-?:().,'+])?$/);
        expect(plain.length).toBeLessThanOrEqual(longest);
        expect(plain).not.toContain('//');
        expect(sepaText(plain, longest)).toBe(plain);
      }),
    );
  });
});

it.each([
  ['WB-V2026-0003-1', true],
  ['a'.repeat(35), true],
  ['a'.repeat(36), false],
  ['a/b', true],
  ['/a', false],
  ['a/', false],
  ['a//b', false],
  ['a b', false],
  ['é', false],
  ['', false],
])('the id %j: %s', (id, fits) => {
  expect(isSepaId(id)).toBe(fits);
});

it('tells which signs no bank has, each once and whole', () => {
  expect(unreadableSigns('Ömer Şahin & zn., Groß')).toEqual([]);
  expect(unreadableSigns('Jan 🙂 Иванов и Jan🙂')).toEqual(['🙂', 'И', 'в', 'а', 'н', 'о', 'и']);
});
