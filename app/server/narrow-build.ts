import type { ServerBuild } from '@remix-run/node';
import { matchRoutes } from '@remix-run/react';
import { LRUCache } from 'lru-cache';
import { holdData } from '#app/http/held-data.ts';
import { saidByRoutes } from '#app/http/page-scripts.ts';

type Routes = ServerBuild['routes'];
type Table<Route> = Record<string, Route>;
type RouteTree = { id: string; path?: string; index?: boolean; caseSensitive?: boolean; children?: RouteTree[] };

/** Which route answers at an address, and what it needs beside it. */
export type RouteFinder = {
  /** @param path as in an address, without what comes after a question mark */
  idOf(path: string): string | null;
  /** The product with only that route and those around it. */
  buildFor(path: string): ServerBuild;
};

/** Characters of an address that is remembered; longer ones are nobody's page. */
const longestKnown = 300;

/**
 * Remix looks for the route of a request three times, each time comparing its address with every route there is. With hundreds of
 * routes that took half of the time of a page (docs/performance.md). Here it is looked for once, and Remix gets only what it would find.
 */
export function routeFinder(build: ServerBuild): RouteFinder {
  const treeFor = treesByWord(build.routes);
  const known = new LRUCache<string, { id: string | null }>({ max: 5000 });
  const narrow = new Map<string, ServerBuild>();

  const idOf = (path: string): string | null => {
    const before = known.get(path);
    if (before !== undefined) return before.id;
    const id = matchRoutes(treeFor(path) as never, path)?.at(-1)?.route.id ?? null;
    if (path.length <= longestKnown) known.set(path, { id });
    return id;
  };
  return {
    idOf,
    buildFor(path) {
      const id = idOf(path);
      // what pages with scripts fetch asks for several routes in its own way
      if (id === null || path.endsWith('.data')) return build;
      const before = narrow.get(id);
      if (before !== undefined) return before;
      const branch = branchOf(build.routes, id);
      const routes = hasNoScripts(branch) ? heldRoutes(branch) : branch;
      const made = { ...build, routes, assets: { ...build.assets, routes: branchOf(build.assets.routes, id) } };
      narrow.set(id, made);
      return made;
    },
  };
}

/** A plain first word of an address; what is written in another way is compared with every route. */
const firstWord = /^\/([a-z0-9-]+)(?:\/|$)/i;

/** The routes that an address is compared with: those that begin with its first word, and those that begin with no word of their own. */
function treesByWord(routes: Routes): (path: string) => RouteTree[] {
  const whole = treeOf(routes);
  const wordOf = (id: string): string => {
    const paths = Object.values(branchOf(routes, id)).map(({ path }) => path ?? '');
    const word = firstWord.exec(`/${paths.reverse().filter(Boolean).join('/')}`)?.[1];
    return word?.toLowerCase() ?? '';
  };
  const begun = Map.groupBy(Object.keys(routes), wordOf);
  const treeOfThese = (ids: readonly string[]) => {
    const wanted = new Set(ids.flatMap((id) => Object.keys(branchOf(routes, id))));
    return treeOf(Object.fromEntries(Object.entries(routes).filter(([id]) => wanted.has(id))));
  };
  const byAnyWord = begun.get('') ?? [];
  const trees = new Map([...begun].map(([word, ids]) => [word, treeOfThese([...ids, ...byAnyWord])]));
  return (path) => {
    const word = firstWord.exec(path)?.[1]?.toLowerCase();
    return word === undefined ? whole : (trees.get(word) ?? trees.get('') ?? whole);
  };
}

/** A route and those around it. */
function branchOf<Route extends { parentId?: string }>(routes: Table<Route>, id: string): Table<Route> {
  const branch: Table<Route> = {};
  let route = routes[id];
  for (let at = id; route !== undefined; route = routes[at]) {
    branch[at] = route;
    if (route.parentId === undefined) break;
    at = route.parentId;
  }
  return branch;
}

/** Whether no address of it has scripts. */
function hasNoScripts(branch: Routes): boolean {
  const handles = Object.values(branch).map(({ module }) => module.handle);
  return saidByRoutes(handles, 'hydrate').length === 0;
}

/** With what loaders answer held, where a page is made of it. */
function heldRoutes(branch: Routes): Routes {
  return Object.fromEntries(
    Object.entries(branch).map(([id, route]) => {
      const { module } = route;
      if (!('default' in module) || module.loader === undefined) return [id, route];
      return [id, { ...route, module: { ...module, loader: holdData(module.loader) } }];
    }),
  );
}

function treeOf(routes: Routes, parentId?: string): RouteTree[] {
  return Object.values(routes).flatMap((route): RouteTree[] => {
    if (route.parentId !== parentId) return [];
    const { id, path, index, caseSensitive } = route;
    if (index === true) return [{ id, path, index, caseSensitive }];
    return [{ id, path, caseSensitive, children: treeOf(routes, id) }];
  });
}
