import { expect, it } from 'vitest';
import { addMinutes, instant } from '#app/kernel/instant.ts';
import { minutesToWait, normalCode } from './sign-in-code.ts';

const now = instant('2026-11-21T12:00:00Z');
const ago = (...minutes: number[]) => minutes.map((count) => addMinutes(now, -count));

it.each([
  [[], 0],
  [[1, 2], 0],
  [[1, 2, 3], 57],
  [[3, 1, 2], 57],
  [[1, 2, 59.5], 1],
  [[1, 2, 60], 0],
  [[1, 2, 3, 10], 57],
])('three an hour, given at %j minutes ago', (minutes, wait) => {
  expect(minutesToWait(ago(...minutes), 3, 60, now)).toBe(wait);
});

it.each([
  ['123456', '123456'],
  [' 123 456 ', '123456'],
  ['123-456', '123456'],
  ['K7M2P-X9QRT', 'k7m2px9qrt'],
  ['12\u00a034', '1234'],
])('reads %j', (typed, code) => {
  expect(normalCode(typed)).toBe(code);
});
