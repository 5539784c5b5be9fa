import { expect, test } from 'vitest';
import { endCodeOf } from './end-code.ts';

test.each([
  ['AC04', 'AC04'],
  ['account_closed', 'AC04'],
  ['unstated', 'MS03'],
  ['payouts_not_allowed', 'stripe-not-allowed'],
  ['no-account', 'not-at-stripe'],
  ['reversal', 'reversal'],
  ['ZZ99', null],
  ['', null],
  ['constructor', null],
])('%s has the words of %s', (reason, code) => {
  expect(endCodeOf(reason)).toBe(code);
});
