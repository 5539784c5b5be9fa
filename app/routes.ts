import { flatRoutes } from '@remix-run/fs-routes';

const pages = await flatRoutes({ ignoredRouteFiles: ['**/*.test.ts'] });

export default [{ id: 'around-pages', file: 'around-pages.tsx', children: pages }];
