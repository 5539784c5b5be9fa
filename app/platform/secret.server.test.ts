import { expect, it } from 'vitest';
import { deriveKey, isSameText, keyedDigest, randomToken, seal, unseal } from './secret.server.ts';

const key = deriveKey('a secret for tests', 'one');

it('gives back what was sealed, and each time other bytes', () => {
  expect(unseal(key, seal(key, 'geheim ✓'))).toBe('geheim ✓');
  expect(seal(key, 'geheim')).not.toBe(seal(key, 'geheim'));
});

it('gives nothing for another key, a changed text or nonsense', () => {
  const sealed = seal(key, 'geheim');
  const flipped = Buffer.from(sealed, 'base64url');
  flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1;
  expect(unseal(deriveKey('a secret for tests', 'two'), sealed)).toBeNull();
  expect(unseal(key, flipped.toString('base64url'))).toBeNull();
  expect(unseal(key, 'x')).toBeNull();
});

it('makes different digests for different purposes', () => {
  expect(keyedDigest(key, 'a')).not.toEqual(keyedDigest(deriveKey('a secret for tests', 'two'), 'a'));
});

it('compares text, also of different length', () => {
  expect([isSameText('abc', 'abc'), isSameText('abc', 'abd'), isSameText('abc', 'abcd')]).toEqual([true, false, false]);
});

it('makes tokens that nobody guesses', () => {
  expect(randomToken()).toMatch(/^[\w-]{43}$/);
  expect(randomToken()).not.toBe(randomToken());
});
