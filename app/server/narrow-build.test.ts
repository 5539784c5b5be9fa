import type { ServerBuild } from '@remix-run/node';
import { expect, test } from 'vitest';
import { routeFinder } from './narrow-build.ts';

const route = (id: string, path?: string, parentId?: string, index?: boolean) => ({
  id,
  path,
  parentId,
  index,
  module: {},
});
const all = [
  route('root', ''),
  route('around', undefined, 'root'),
  route('home', undefined, 'around', true),
  route('list', 'initiatieven', 'around'),
  route('new', 'initiatieven/nieuw', 'around'),
  route('plan', 'initiatieven/:slug', 'around'),
  route('rest', '*', 'around'),
];
const routes = Object.fromEntries(all.map((one) => [one.id, one]));
const build = { routes, assets: { routes, version: '1' } } as unknown as ServerBuild;

test.each([
  ['/', 'home'],
  ['/initiatieven', 'list'],
  ['/initiatieven/', 'list'],
  ['/initiatieven/nieuw', 'new'],
  ['/initiatieven/vuilnisoproer', 'plan'],
  ['/initiatieven/a%2Fb', 'plan'],
  ['/iets/anders/dan/dat', 'rest'],
])('%s is answered by %s, with what stands around it', (path, id) => {
  const finder = routeFinder(build);
  for (const time of ['first', 'second']) {
    expect(finder.idOf(path), time).toBe(id);
    expect(Object.keys(finder.buildFor(path).routes).sort()).toEqual(['around', id, 'root'].sort());
    expect(Object.keys(finder.buildFor(path).assets.routes).sort()).toEqual(['around', id, 'root'].sort());
  }
});

test('what pages with scripts fetch goes by all routes', () => {
  expect(routeFinder(build).buildFor('/initiatieven.data')).toBe(build);
});

test('one narrow build for all addresses of a route', () => {
  const finder = routeFinder(build);
  expect(finder.buildFor('/initiatieven/een')).toBe(finder.buildFor('/initiatieven/twee'));
});
