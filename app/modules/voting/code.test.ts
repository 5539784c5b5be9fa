import { expect, test } from 'vitest';
import { ballotKeyOf, checkCodeOf, newCode, rightHashOf } from './code.server.ts';
import { readCode, showCode } from './code.ts';

test.each([
  ['abcd-efgh-jkmn-2345', 'ABCDEFGHJKMN2345'],
  [' ABCD EFGH JKMN 2345 ', 'ABCDEFGHJKMN2345'],
  ['ABCD-EFGH-JKMN-234', null],
  ['ABCD-EFGH-JKMN-2340', null],
  ['', null],
])('%j', (typed, expected) => {
  expect(readCode(typed)).toBe(expected);
});

test('a code reads back from paper', () => {
  const code = newCode();
  expect(showCode(code)).toMatch(/^(\w{4}-){3}\w{4}$/);
  expect(readCode(showCode(code))).toBe(code);
  expect(newCode()).not.toBe(code);
});

test('a right and its ballot have nothing in common to see', () => {
  const code = newCode();
  const key = ballotKeyOf('salt', code);
  expect(rightHashOf('salt', code)).not.toBe(key);
  expect(ballotKeyOf('other', code)).not.toBe(key);
  expect(checkCodeOf(key)).toMatch(/^(\w{4}-){2}\w{4}$/);
  expect(checkCodeOf(key)).toBe(checkCodeOf(key));
});
