import type { ServerBuild } from '@remix-run/node';
import { describe, expect, test } from 'vitest';
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
  ['/Initiatieven', 'list'],
  ['/initi%61tieven', 'list'],
  ['/initiatieven//', 'list'],
  ['//initiatieven', 'rest'],
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

describe('what loaders answer', () => {
  const loader = () => ({ title: 'Buurttuin' });
  const withModules = (modules: Record<string, object>) => {
    const made = Object.fromEntries(all.map((one) => [one.id, { ...one, module: modules[one.id] ?? {} }]));
    return routeFinder({ ...build, routes: made } as unknown as ServerBuild);
  };
  const page = { loader, default: () => null };
  const loaderOf = (finder: ReturnType<typeof routeFinder>, path: string, id: string) =>
    finder.buildFor(path).routes[id]?.module.loader;

  test('is held for a page that never has scripts', async () => {
    const held = loaderOf(withModules({ list: page }), '/initiatieven', 'list');
    expect(JSON.stringify(await held?.({} as never))).toBe('{}');
  });

  test.each([
    ['a page that has scripts', { list: { ...page, handle: { hydrate: true } } }],
    ['a page that has scripts at some addresses', { list: { ...page, handle: { hydrate: 'controle' } } }],
    ['a page inside one that has scripts', { list: page, around: { handle: { hydrate: true } } }],
    ['what is no page', { list: { loader } }],
  ])('is as it was for %s', (_what, modules) => {
    expect(loaderOf(withModules(modules), '/initiatieven', 'list')).toBe(loader);
  });
});
