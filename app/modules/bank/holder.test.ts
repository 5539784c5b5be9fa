import { describe, expect, it } from 'vitest';
import { readHolder } from './holder.ts';

describe('the name of a holder', () => {
  it.each([
    ['J. de Vries', 'J. de Vries'],
    ['  Ömer   Şahin ', 'Ömer Şahin'],
    ['Łukasz Ørsted-Groß', 'Łukasz Ørsted-Groß'],
    ["D’Angelo en/of Van 't Hof (kind)", "D’Angelo en/of Van 't Hof (kind)"],
    ['Bo', 'Bo'],
    // a bank reads it as Jansen + Zoon
    ['Jansen & Zoon', 'Jansen & Zoon'],
    ['/Jan/', '/Jan/'],
    ['a'.repeat(70), 'a'.repeat(70)],
  ])('%j', (typed, name) => {
    expect(readHolder(typed)).toEqual({ ok: true, value: name });
  });

  it.each([
    ['', { reason: 'holder-missing' }],
    ['   ', { reason: 'holder-missing' }],
    ['B', { reason: 'holder-short' }],
    ['12', { reason: 'holder-short' }],
    ['a'.repeat(71), { reason: 'holder-long', detail: { most: 70 } }],
    // ß becomes two letters at a bank
    [`ß${'a'.repeat(69)}`, { reason: 'holder-long', detail: { most: 70 } }],
    ['Jansen # Zoon', { reason: 'holder-characters', detail: { characters: '#' } }],
    ['//', { reason: 'holder-short' }],
    ['Иван Петров', { reason: 'holder-characters', detail: { characters: 'И в а н П' } }],
    ['محمد', { reason: 'holder-characters', detail: { characters: 'م ح د' } }],
    ['Jan <b>', { reason: 'holder-characters', detail: { characters: '< >' } }],
    ['Jan 🙂', { reason: 'holder-characters', detail: { characters: '🙂' } }],
  ])('%j is refused', (typed, mistake) => {
    expect(readHolder(typed)).toEqual({ ok: false, ...mistake });
  });
});
