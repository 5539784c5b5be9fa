import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { keptPage } from '#app/http/kept-page.ts';
import { routeFinder } from '../narrow-build.ts';
import { addressesOf } from './addresses.ts';

const routes = {
  root: { id: 'root', path: '', module: {} },
  list: { id: 'list', path: 'lijst', parentId: 'root', module: { handle: { kept: keptPage('thema') } } },
  own: { id: 'own', path: 'mijn', parentId: 'root', module: {} },
  rest: { id: 'rest', path: '*', parentId: 'root', module: { handle: { kept: keptPage() } } },
};
const build = { routes, assets: { routes } } as unknown as ServerBuild;
const mayBeKept = addressesOf(build, routeFinder(build));

test.each([
  ['/lijst', true],
  ['/lijst?thema=groen', true],
  ['/lijst?thema=groen&zoek=', true],
  ['/lijst?zoek=iets', false],
  ['/lijst?thema=groen&thema=jeugd', false],
  ['/lijst?anders=1', false],
  ['/mijn', false],
  // what no browser sends, or what would be a second page beside the first
  ['//lijst', false],
  ['/a/../lijst', false],
  ['/\\[', false],
  ['/\\lijst', false],
  ['/\\:99999/', false],
  [`/lijst?thema=${'a'.repeat(61)}`, false],
  [`/${'a'.repeat(300)}`, false],
])('%s may be kept: %s', (address, expected) => {
  expect(mayBeKept(address)).toBe(expected);
});
