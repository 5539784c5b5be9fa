import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ownPath } from './own-path.ts';

it.each(['/', '/mijn', '/initiatieven/nieuw?stap=2', '/loket#vraag', '/besluiten?q=a%20b'])('goes to %s', (path) => {
  expect(ownPath(path, '/anders')).toBe(path);
});

it.each([
  'https://elders.nl',
  '//elders.nl',
  '/\\elders.nl',
  '/\t/elders.nl',
  '/\n/elders.nl',
  '/./\\elders.nl',
  '/..//elders.nl',
  'javascript:alert(1)',
  'mijn',
  '',
  '/inloggen',
  '/inloggen/code',
  '/uitloggen',
  `/${'a'.repeat(600)}`,
  null,
  undefined,
  ['/mijn'],
])('does not go to %j', (path) => {
  expect(ownPath(path, '/anders')).toBe('/anders');
});

it('never leaves this site, whatever is in the address', () => {
  const pieces = fc.array(
    fc.constantFrom('/', '\\', '.', '..', 'elders.nl', '@', ':', '%2f', '%5c', '\t', '\n', '?', '#', ' '),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((list) => list.join('')),
      ),
      (text) => {
        const path = ownPath(text, '/anders');
        expect(new URL(path, 'https://wijkbeurs.example').origin).toBe('https://wijkbeurs.example');
        expect(path.startsWith('//')).toBe(false);
      },
    ),
  );
});
