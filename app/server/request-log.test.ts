import { expect, test } from 'vitest';
import { withoutToken } from './request-log.ts';

test.each([
  ['/ontmoet/een-avond/mijn-aanmelding/secret-token', '/ontmoet/een-avond/mijn-aanmelding/*'],
  ['/integriteit/volg/secret-token', '/integriteit/volg/*'],
  ['/volgen/mijn/secret-token', '/volgen/mijn/*'],
  ['/volgen/uit/secret-token.data', '/volgen/uit/*'],
  ['/ontmoet/een-avond/beloftes/secret-token', '/ontmoet/een-avond/beloftes/*'],
  ['/ontmoet/een-avond/workshops/secret-token', '/ontmoet/een-avond/workshops/*'],
  ['/ontmoet/een-avond/mijn-aanmelding/secret-token.data', '/ontmoet/een-avond/mijn-aanmelding/*'],
  ['/ontmoet/een-avond', '/ontmoet/een-avond'],
])('%s is logged as %s', (path, logged) => {
  expect(withoutToken(path)).toBe(logged);
});
