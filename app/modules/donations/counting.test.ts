import { expect, test } from 'vitest';
import { cents } from '#app/kernel/money.ts';
import { sumOf, toCount } from './counting.ts';

const gift = (id: string, amount: number, gone: number, countedIn: number, countedGone: number) => ({
  id,
  amount: cents(amount),
  gone: cents(gone),
  countedIn: cents(countedIn),
  countedGone,
});

test('counts what came in and went, each once', () => {
  const lines = toCount([
    gift('new', 50_00, 29, 0, 0),
    gift('counted', 20_00, 29, 20_00, 29),
    gift('given back since', 20_00, 20_29, 20_00, 29),
    gift('the bank did not take it', 20_00, 29, 20_00, 20_29),
  ]);
  expect(lines).toEqual([
    { giftId: 'new', what: 'gift', amount: 50_00 },
    { giftId: 'new', what: 'less', amount: 29 },
    { giftId: 'given back since', what: 'less', amount: 20_00 },
    { giftId: 'the bank did not take it', what: 'again', amount: 20_00 },
  ]);
  expect(sumOf(lines, 'gift', 'again')).toBe(70_00);
  expect(sumOf(lines, 'less')).toBe(20_29);
});
