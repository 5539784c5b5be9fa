import { expect, test } from 'vitest';
import { isSafeLink } from './referral.ts';

test.each([
  ['https://www.oranjefonds.nl/aanvragen', true],
  ['https://fonds.example:8443/a?b=c#d', true],
  ['http://www.oranjefonds.nl', false],
  ['javascript:alert(1)', false],
  ['data:text/html,hi', false],
  ['//oranjefonds.nl', false],
  ['www.oranjefonds.nl', false],
  ['https://iemand:geheim@oranjefonds.nl', false],
  ['https://localhost/', false],
  [`https://fonds.nl/${'a'.repeat(600)}`, false],
  ['', false],
])('%s → %s', (text, safe) => {
  expect(isSafeLink(text)).toBe(safe);
});
