import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instruments } from './instrument.ts';
import { outcomes } from './outcome.ts';
import { activeRegisterFilters, readRegisterFilter, registerHref, type RegisterFilter } from './register-filter.ts';

const nothing: RegisterFilter = { text: '', body: '', outcome: '', instrument: '', theme: '', year: '', page: 1 };
const read = (query: string) => readRegisterFilter(new URLSearchParams(query));

describe('the filter of the register', () => {
  it.each([
    ['', nothing],
    [
      'team=wonen-en-leefomgeving&besluit=toegekend&soort=opdracht&jaar=2024&thema=groen&pagina=2',
      {
        text: '',
        body: 'wonen-en-leefomgeving',
        outcome: 'grant',
        instrument: 'assignment',
        theme: 'groen',
        year: '2024',
        page: 2,
      },
    ],
    ["team=' or 1=1&besluit=grant&soort=assignment&jaar=1&thema=../&pagina=-1", nothing],
    ['pagina=1.5', nothing],
    ['pagina=99999999999', nothing],
    ['zoek=%00++school%20%20plein', { ...nothing, text: 'school plein' }],
  ])('reads %j', (query, filter) => {
    expect(read(query)).toEqual(filter);
  });

  it('cuts off what nobody searches for', () => {
    expect(read(`zoek=${'a'.repeat(5000)}`).text).toHaveLength(100);
  });

  it('comes back from its own address', () => {
    const filters = fc.record({
      text: fc.constantFrom('', 'tuin', 'a & b=c', 'één'),
      body: fc.constantFrom('', 'team-1'),
      outcome: fc.constantFrom('' as const, ...outcomes),
      instrument: fc.constantFrom('' as const, ...instruments),
      theme: fc.constantFrom('', 'groen'),
      year: fc.constantFrom('', '2026'),
      page: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(filters, (filter) => {
        expect(readRegisterFilter(new URL(registerHref(filter), 'http://x').searchParams)).toEqual(filter);
      }),
    );
  });

  it('counts what is set', () => {
    expect(activeRegisterFilters({ ...nothing, text: 'tuin', page: 3 })).toBe(0);
    expect(activeRegisterFilters({ ...nothing, body: 'team', instrument: 'award', year: '2024' })).toBe(3);
  });
});
