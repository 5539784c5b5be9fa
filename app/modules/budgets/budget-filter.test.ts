import { describe, expect, it } from 'vitest';
import {
  activeBudgetFilters,
  budgetHref,
  impossibleDay,
  looksAtDecisions,
  noBudgetFilter,
  otherPlaces,
  readBudgetFilter,
} from './budget-filter.ts';

const read = (query: string) => readBudgetFilter(new URLSearchParams(query));

describe('the filter of the budget pages', () => {
  it.each([
    ['', noBudgetFilter],
    ['jaar=2026&team=werk-en-bestaanszekerheid', { ...noBudgetFilter, year: 2026, body: 'werk-en-bestaanszekerheid' }],
    ['op=2026-02-28&pagina=3', { ...noBudgetFilter, until: '2026-02-28', page: 3 }],
    ['wijk=FA&organisatie=bewoners', { ...noBudgetFilter, wijk: 'FA', organisation: 'bewoners' }],
    [`wijk=${otherPlaces.district}`, { ...noBudgetFilter, wijk: otherPlaces.district }],
    ['zoek=%20%20de%00%20tuin%20', { ...noBudgetFilter, text: 'de tuin' }],
  ])('reads %s', (query, filter) => {
    expect(read(query)).toEqual(filter);
  });

  it.each([
    'jaar=1999',
    'jaar=20266',
    "team='--",
    'wijk=fa',
    'wijk=FA01',
    'op=2026-02-30',
    'op=morgen',
    'pagina=-1',
    'pagina=1e9',
    `bron=${'a'.repeat(200)}`,
  ])('leaves out %s', (query) => {
    expect(read(query)).toEqual(noBudgetFilter);
  });

  it.each([
    ['op=2026-02-30', '2026-02-30'],
    ['op=morgen', 'morgen'],
    ['op=2026-02-28', null],
    ['op=', null],
    ['', null],
  ])('says of %s that the day does not exist: %s', (query, day) => {
    expect(impossibleDay(new URLSearchParams(query))).toBe(day);
  });

  it('is what its address says', () => {
    const filter = { ...noBudgetFilter, text: 'a & b', year: 2025, wijk: 'FE', until: read('op=2025-12-31').until };
    const href = budgetHref('/budgetten', { ...filter, page: 2 });
    expect(read(href.split('?')[1] ?? '')).toEqual({ ...filter, page: 2 });
    expect(budgetHref('/budgetten', noBudgetFilter)).toBe('/budgetten');
    expect(activeBudgetFilters(filter)).toBe(3);
    expect(looksAtDecisions(filter)).toBe(true);
    expect(looksAtDecisions({ ...filter, wijk: '' })).toBe(false);
  });
});
