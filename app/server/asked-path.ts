import type { Request } from 'express';

/** The address as the routes read it: they know no capitals, no slash at the end, and letters that are written as a code. */
export function askedPath(request: Pick<Request, 'path'>): string {
  const path = request.path.replace(/\/+$/, '').toLowerCase();
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
