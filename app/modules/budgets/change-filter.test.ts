import { describe, expect, it } from 'vitest';
import { changeKinds } from './change.ts';
import { activeChangeFilters, changesHref, readChangeFilter } from './change-filter.ts';
import { changeWords, readChangeKind } from './change-word.ts';

const read = (query: string) => readChangeFilter(new URLSearchParams(query));

describe('the filter of the register of changes', () => {
  it('goes into an address and comes back', () => {
    const filter = { text: 'zaal huur', body: 'wonen-en-leefomgeving', kind: 'move', year: '2026', page: 3 } as const;
    expect(read(changesHref(filter).split('?')[1] ?? '')).toEqual(filter);
    expect(activeChangeFilters(filter)).toBe(3);
    expect(changesHref(read(''))).toBe('/budgetten/wijzigingen');
    expect(changesHref(filter, '/x.json')).toMatch(/^\/x\.json\?zoek=zaal/);
  });

  it.each([
    ['soort=onzin', 'kind', ''],
    ['soort=move', 'kind', ''],
    ['team=A%20B', 'body', ''],
    ['jaar=1026', 'year', ''],
    ['pagina=-1', 'page', 1],
    ['pagina=1e9', 'page', 1],
    ['zoek=%00a%20%20b%20', 'text', 'a b'],
  ])('reads %s as %s ‘%s’', (query, name, value) => {
    expect(read(query)).toMatchObject({ [name]: value });
  });

  it('has a word of its own for every kind', () => {
    expect(changeKinds.map((kind) => readChangeKind(changeWords[kind]))).toEqual([...changeKinds]);
    expect(readChangeKind(null)).toBeNull();
  });
});
