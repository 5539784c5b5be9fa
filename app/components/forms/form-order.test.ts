import { expect, test } from 'vitest';
import { inFormOrder } from './form-order.ts';

test('mistakes stand in the order of the form, those of a list with the list, and others last', () => {
  const mistakes = ['elsewhere', 'closesOn', 'lines[1].amount', 'lines[0].amount', 'title'].map(
    (name) => [name, ['x']] as const,
  );
  const ordered = inFormOrder(mistakes, ['title', 'lines', 'opensOn', 'closesOn']);
  expect(ordered.map(([name]) => name)).toEqual([
    'title',
    'lines[1].amount',
    'lines[0].amount',
    'closesOn',
    'elsewhere',
  ]);
});
