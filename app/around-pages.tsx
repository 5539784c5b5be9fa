import { Outlet } from '@remix-run/react';
import { rootTitle } from './http/page-title.ts';
import { PageError } from './page-error.tsx';

export const meta = rootTitle;

/**
 * Between the root and every page. When an action throws, only loaders above the route that shows the error run: were
 * that the root itself, the header would not know who is signed in.
 */
export default function AroundPages() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <PageError />;
}
