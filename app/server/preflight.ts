import type { RequestHandler } from 'express';

/** Addresses of files for machines; pages for people are others. */
export const forMachines = /^\/(api\/v1(\/|$)|open-data\/[^/]+\.(json|csv|ttl|jsonld)$|feeds\/|woo\/|sitemaps\/)/;

/**
 * Browsers ask beforehand whether a page of another site may read an answer with a header of its own, such as If-None-Match. Of
 * the open data it may, and nothing of who is signed in goes along: no cookie is allowed.
 */
export function answerPreflights(): RequestHandler {
  return (request, response, next) => {
    if (request.method !== 'OPTIONS' || !forMachines.test(request.path)) {
      next();
      return;
    }
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS');
    response.setHeader('Access-Control-Allow-Headers', 'If-None-Match, Accept, Accept-Language');
    response.setHeader('Access-Control-Max-Age', '86400');
    response.status(204).end();
  };
}
