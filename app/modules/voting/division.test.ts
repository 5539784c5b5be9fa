import { expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { divisionsOf, equalCeiling, type PlanPlaces } from './division.ts';

const plan = (number: number, wijk: string[], buurt: string[], theme: string[]): PlanPlaces => ({
  ...{ number, wijk, buurt, theme },
});

test('by wijk where plans are in several, and by theme; a plan in two wijken goes in none', () => {
  const plans = [
    plan(1, ['Osdorp'], ['Osdorp Oost'], ['Sport', 'Groen']),
    plan(2, ['De Aker'], ['De Aker West'], ['Groen']),
    plan(3, ['Osdorp', 'De Aker'], ['Osdorp Oost', 'De Aker West'], []),
    plan(4, [], [], ['Sport']),
  ];
  expect(divisionsOf(plans)).toEqual([
    {
      kind: 'wijk',
      categories: [
        { name: 'De Aker', projects: [2] },
        { name: 'Osdorp', projects: [1] },
      ],
      without: [3, 4],
    },
    {
      kind: 'theme',
      categories: [
        { name: 'Groen', projects: [2] },
        { name: 'Sport', projects: [1, 4] },
      ],
      without: [3],
    },
  ]);
});

test('by buurt where all are in one wijk; not by what does not tell them apart, nor by more than twelve', () => {
  const plans = Array.from({ length: 13 }, (_, at) =>
    plan(at, ['Osdorp'], [at % 2 === 0 ? 'Oost' : 'West'], [`Thema ${String(at)}`]),
  );
  expect(divisionsOf(plans).map(({ kind }) => kind)).toEqual(['buurt']);
  expect(divisionsOf([])).toEqual([]);
});

test('equal ceilings leave nothing over, and none is above the amount', () => {
  expect(equalCeiling(cents(1000_00), 3)).toBe(334_00);
  expect(equalCeiling(cents(50), 2)).toBe(50);
  expect(equalCeiling(cents(1000_00), 2)).toBe(500_00);
});
