import { expect, test } from 'vitest';
import { shownPlaces, type MapPlace } from './place.ts';

const place = (code: string, depth: MapPlace['depth'] = 1): MapPlace => ({
  ...{ code, depth, name: code, short: '1', note: '1 plan', size: 1, href: `/kaart?gebied=${code}` },
});
const places = [place('FA', 0), place('FB'), place('FC'), place('FA01', 0), place('FA02'), place('FB01')];
const codes = (isNear: boolean, chosen = '') => {
  const { areas, bubbles } = shownPlaces(places, { isNear, chosen });
  return [areas, bubbles].map((list) => list.map(({ code }) => code).join(' '));
};

test('from far away there are wijken, also those without anything', () => {
  expect(codes(false)).toEqual(['FA FB FC', 'FA FB FC']);
});

test('from nearby there are buurten, with a bubble where there is something; a wijk without buurten stays', () => {
  expect(codes(true)).toEqual(['FC FA01 FA02 FB01', 'FC FA02 FB01']);
});

test('the wijk that was chosen is always open, and a chosen buurt always has a bubble', () => {
  expect(codes(false, 'FA')).toEqual(['FB FC FA01 FA02', 'FB FC FA02']);
  expect(codes(false, 'FA01')).toEqual(['FB FC FA01 FA02', 'FB FC FA01 FA02']);
});
