import { expect, test } from 'vitest';
import { groundsIn } from './ground.ts';

test('the grounds of the blocks in a text, each once, in the order of the act', () => {
  expect(groundsIn(['Bel ■ 5.1.2.e of ■ 5.1.2.e.', 'niets', '■ 5.1.1.e en ■ 5.2.1'])).toEqual([
    '5.1.1.e',
    '5.1.2.e',
    '5.2.1',
  ]);
  expect(groundsIn(['Punt 5.1.2.e van de agenda, ■ 9.9'])).toEqual([]);
});
