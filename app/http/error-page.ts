import { isRouteErrorResponse } from '@remix-run/react';

/** Pages for what can go wrong, by status. What exactly went wrong stands in the log only. */
const pages = {
  400: { key: 'invalid', href: '/' },
  403: { key: 'forbidden', href: '/mijn' },
  404: { key: 'notFound', href: '/initiatieven' },
  413: { key: 'tooLarge', href: '/' },
  500: { key: 'failed', href: '/' },
} as const;

export type ErrorPageFacts = (typeof pages)[keyof typeof pages];

/** Which page belongs to what a loader or action threw: its words stand in the texts under `errors:<key>`. */
export function errorPageFor(error: unknown): ErrorPageFacts {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  if (status in pages) return pages[status as keyof typeof pages];
  return status < 500 ? pages[400] : pages[500];
}
