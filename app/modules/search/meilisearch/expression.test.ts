import { describe, expect, test } from 'vitest';
import { exact, levelsOf, sure } from '../words/levels.ts';
import type { Way, Wish } from '../words/understand.ts';
import { filterForWish, filtersOf } from './expression.ts';

const stem = (...stems: string[]): Way => ({ stems, area: null, weight: 1 });

function wish(...ways: Way[]): Wish {
  return {
    ...{ typed: '', ways, isPrefix: false, telling: 1 },
    ...{ isOptional: false, isPlace: false, isGeneral: false, isWhere: false },
  };
}

describe('what answers a wish, as a filter', () => {
  test.each<[string, Wish, string]>([
    ['a stem', wish(stem('tuin')), 'terms IN ["tuin"]'],
    ['either of two', wish(stem('tuin'), stem('speeltuin')), 'terms IN ["tuin", "speeltuin"]'],
    [
      'or an area',
      wish(stem('osdorp'), { stems: [], area: 'FJ', weight: 1 }),
      '(terms IN ["osdorp"] OR areas IN ["FJ"])',
    ],
    [
      'or two together',
      wish(stem('speeltuin'), stem('speel', 'tuin')),
      '(terms IN ["speeltuin"] OR (terms IN ["speel"] AND terms IN ["tuin"]))',
    ],
    ['signs stay in it', wish(stem(`a' | 'b\\ & "c`)), `terms IN ["a' | 'b\\\\ & \\"c"]`],
  ])('%s', (_name, one, filter) => {
    expect(filterForWish(one, 0)).toBe(filter);
  });

  test('in the title, and only by ways that are sure', () => {
    const one = wish(stem('tuin'), { ...stem('park'), weight: 0.5 });
    expect(filterForWish(one, sure, true)).toBe('titleTerms IN ["tuin"]');
    expect(filterForWish(wish({ ...stem('park'), weight: 0.5 }), exact)).toBeNull();
  });
});

test('a level asks all that is needed, and of some so many', () => {
  const three = [wish(stem('een')), wish(stem('twee')), wish(stem('drie'))];
  const [all, oneMissing] = levelsOf(three).map((level) => filtersOf(level, three));
  expect(all).toEqual(['terms IN ["een"]', 'terms IN ["twee"]', 'terms IN ["drie"]']);
  expect(oneMissing).toEqual(['terms IN ["een"]', '((terms IN ["twee"]) OR (terms IN ["drie"]))']);
});
