import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activeMarketFilters, marketHref, readMarketFilter } from './market-filter.ts';
import { portfolioKinds, resourceKinds } from './portfolio.ts';

const read = (address: string) => readMarketFilter(new URLSearchParams(address));

test.each([
  ['', {}],
  ['nodig=space&biedt=people', { need: 'space', offer: 'people' }],
  ['nodig=goud&biedt=%00', {}],
  ['wijk=FE&thema=kansen-voor-de-jeugd', { area: 'FE', theme: 'kansen-voor-de-jeugd' }],
  ['wijk=FE01&thema=A%20b', {}],
  ['wijk=district&soort=group', { area: 'district', kind: 'group' }],
  ['zoek=%20een%20%20%20keuken%00%20', { text: 'een keuken' }],
  ['pagina=0', {}],
  ['pagina=3', { page: 3 }],
  ['pagina=1e99', {}],
])('the address %s is read as what it can be', (address, wanted) => {
  const nothing = { text: '', need: '', offer: '', theme: '', area: '', kind: '', page: 1 };
  expect(read(address)).toEqual({ ...nothing, ...wanted });
});

test('what is read from the address of a filter is that filter', () => {
  const filter = fc.record({
    text: fc.string({ maxLength: 150 }).map((text) => read(`zoek=${encodeURIComponent(text.toWellFormed())}`).text),
    need: fc.constantFrom('' as const, ...resourceKinds),
    offer: fc.constantFrom('' as const, ...resourceKinds),
    theme: fc.constantFrom('', 'wonen', 'kansen-voor-de-jeugd'),
    area: fc.constantFrom('', 'FE', 'district'),
    kind: fc.constantFrom('' as const, ...portfolioKinds),
    page: fc.integer({ min: 1, max: 10_000 }),
  });
  fc.assert(
    fc.property(filter, (given) => {
      const href = marketHref(given);
      expect(read(href.split('?')[1] ?? '')).toEqual(given);
      expect(activeMarketFilters(given)).toBeLessThanOrEqual(5);
    }),
  );
});
