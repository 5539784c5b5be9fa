import { describe, expect, test } from 'vitest';
import { isGuarded } from '#app/http/guard.server.ts';

type RouteModule = { loader?: unknown; action?: unknown; default?: unknown };

const modules = import.meta.glob<RouteModule>(
  ['../../app/routes/**/*.{ts,tsx}', '../../app/root.tsx', '!**/*.test.*'],
  { eager: true },
);

/** In a folder only `route.tsx` is a route; the rest are its parts. */
const routes = Object.entries(modules)
  .map(([path, module]) => [path.replace('../../app/', ''), module] as const)
  .filter(([path]) => !/^routes\/[^/]+\//.test(path) || path.endsWith('/route.tsx'));

describe('every route says who may come in', () => {
  test('there are routes', () => {
    expect(routes.length).toBeGreaterThan(3);
  });

  test.each(routes)('%s', (_path, module) => {
    expect(isGuarded(module.loader), 'a guarded loader').toBe(true);
    if (module.action !== undefined) expect(isGuarded(module.action), 'a guarded action').toBe(true);
  });
});
