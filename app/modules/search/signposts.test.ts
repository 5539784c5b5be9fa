import { expect, test } from 'vitest';
import { fixedPages } from '#app/modules/opendata/site-pages.ts';
import { signposts, signpostsFor } from './signposts.ts';

test.each([
  ['wie beslist over geld', ['decides']],
  ['Wie besluit er over de buurttuin?', ['decides']],
  ['hoe vraag ik geld aan voor een buurtfeest', ['plan']],
  ['hoeveel geld is er nog over', ['money']],
  ['ik heb een leuk idee', ['plan']],
  ['hoe dien ik een plan in', ['plan']],
  ['plannen in de wijk', []],
  ['hoe werkt de wijkbeurs', ['how']],
  ['hoeveel geld', ['money']],
  ['How much money is left?', ['money']],
  ['stemmen', ['vote']],
  ['waar kan ik stemmen', ['vote']],
  ['nieuwsbrief', ['follow']],
  ['1068 AB', ['postcode']],
  [' 1067', ['postcode']],
  ['2026', []],
  ['1000', []],
  ['1012 ab', ['postcode']],
  ['nederlandse les volgen', []],
  ['geef jongeren een stem', []],
  ['huiswerk osdorp', []],
  ['geld', []],
  ['plan', []],
  ['', []],
  ['🎉', []],
])('%s leads to %j', (text, keys) => expect(signpostsFor(text)).toEqual(keys));

test('every one leads to a page for everybody', () => {
  const pages: readonly string[] = [...fixedPages, '/initiatieven/nieuw'];
  for (const { path } of signposts) expect(pages).toContain(path);
});
