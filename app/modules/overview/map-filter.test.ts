import { describe, expect, test } from 'vitest';
import { mapHref, readMapFilter } from './map-filter.ts';

const read = (address: string) => readMapFilter(new URLSearchParams(address));
const everything = { layer: 'plannen', theme: '', stage: '', area: '' } as const;

describe('the address of the map', () => {
  test.each([
    ['', everything],
    ['laag=geld&thema=wonen&fase=bezig&gebied=FK', { layer: 'geld', theme: 'wonen', stage: 'bezig', area: 'FK' }],
    ['laag=avonden&gebied=FK01', { ...everything, layer: 'avonden', area: 'FK01' }],
  ] as const)('%j is read and written back', (address, filter) => {
    expect(read(address)).toEqual(filter);
    expect(mapHref(filter)).toBe(address === '' ? '/kaart' : `/kaart?${address}`);
  });

  test.each(['laag=alles', "thema=a'--", 'fase=nooit', 'gebied=ZZ', 'gebied=FK001', 'thema=%00'])(
    '%s shows everything',
    (address) => {
      expect(read(address)).toEqual(everything);
    },
  );

  test('evenings have no theme and no stage', () => {
    expect(read('laag=avonden&thema=wonen&fase=bezig')).toEqual({ ...everything, layer: 'avonden' });
    expect(mapHref({ layer: 'avonden', theme: 'wonen', stage: 'bezig', area: '' })).toBe('/kaart?laag=avonden');
  });
});
