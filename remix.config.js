/**
 * Options of the Remix plugin; vite.config.ts reads them. Every flag of version 3 is on but one: a page that asks the server for its own routes
 * first cannot save what somebody typed when there is no network.
 */
export default {
  appDirectory: 'app',
  buildDirectory: 'build',
  ignoredRouteFiles: ['**/*'],
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: false,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
