import { HOTP, Secret } from 'otpauth';
import { expect, it } from 'vitest';
import { instant } from '#app/kernel/instant.ts';
import { deriveKey, seal } from '#app/platform/secret.server.ts';
import { newBackupCodes, newSealedSecret, setupOf, stepOfCode } from './authenticator.server.ts';

const serverSecret = 'a secret for tests, of more than thirty-two characters';
// the key of RFC 6238, appendix B
const key = Secret.fromLatin1('12345678901234567890');
const sealed = seal(deriveKey(serverSecret, 'authenticator'), key.base32);
const at = (seconds: number) => instant(new Date(seconds * 1000).toISOString());

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [2000000000, '279037'],
])('takes the code that RFC 6238 gives at second %i', (seconds, code) => {
  expect(stepOfCode(serverSecret, sealed, code, at(seconds))).toBe(Math.floor(seconds / 30));
});

it('forgives a clock that is half a minute off, and no more', () => {
  const codeOfStep = (step: number) => HOTP.generate({ secret: key, counter: step });
  const now = at(30 * 1000);
  expect([-2, -1, 0, 1, 2].map((off) => stepOfCode(serverSecret, sealed, codeOfStep(1000 + off), now))).toEqual([
    null,
    999,
    1000,
    1001,
    null,
  ]);
});

it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('refuses %j', (typed) => {
  expect(stepOfCode(serverSecret, sealed, typed, at(59))).toBeNull();
});

it('cannot be read with another secret of the server', () => {
  expect(() => setupOf('another secret', newSealedSecret(serverSecret), 'a@b.nl')).toThrow(/SESSION_SECRET/);
});

it('gives ten different backup codes that are easy to copy', () => {
  const codes = newBackupCodes();
  expect(new Set(codes).size).toBe(10);
  for (const code of codes) expect(code).toMatch(/^[a-z2-9]{5}-[a-z2-9]{5}$/);
});
