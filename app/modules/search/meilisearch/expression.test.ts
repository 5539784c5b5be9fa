import { describe, expect, test } from 'vitest';
import { quoted } from '../postgresql/rows.ts';
import { filterFor } from './expression.ts';

describe('an expression over terms as a filter', () => {
  test.each([
    ["'tuin'", 'terms IN ["tuin"]'],
    ["('tuin' | '=park' | 'speeltuin')", '(terms IN ["tuin", "speeltuin"] OR titleTerms IN ["park"])'],
    ["('huiswerk' & ('klas' | 'area/FJ'))", '(terms IN ["huiswerk"] AND (terms IN ["klas"] OR areas IN ["FJ"]))'],
    ["(('speel' & 'tuin') | 'speeltuin')", '(terms IN ["speeltuin"] OR (terms IN ["speel"] AND terms IN ["tuin"]))'],
  ])('%s', (expression, filter) => {
    expect(filterFor(expression)).toEqual([filter]);
  });

  test('anything asks nothing', () => {
    expect(filterFor(null)).toEqual([]);
  });

  test('signs inside a term stay in it', () => {
    expect(filterFor(quoted(`a' | 'b\\ & "c`))).toEqual(['terms IN ["a\' | \'b\\\\ & \\"c"]']);
  });
});
