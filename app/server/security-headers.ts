import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';
import type { MapTiles } from '#app/platform/env.server.ts';

/** A fresh number for each page; only scripts that carry it run. */
function freshNonce(): RequestHandler {
  return (_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64');
    next();
  };
}

const nonceSource = (_request: IncomingMessage, response: ServerResponse) =>
  `'nonce-${String((response as Response).locals.nonce)}'`;

/**
 * @param formPages other sites to which a form of ours may lead on: browsers hold redirects after a form to it
 * @param mapTiles what the map may fetch from another site
 */
export function securityHeaders({
  isDevelopment,
  isHttps,
  formPages = [],
  mapTiles = null,
}: {
  isDevelopment: boolean;
  isHttps: boolean;
  formPages?: readonly string[];
  mapTiles?: MapTiles | null;
}): RequestHandler[] {
  const reachable = ["'self'", ...(mapTiles === null ? [] : [new URL(mapTiles.url).origin])];
  return [
    freshNonce(),
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'self'"],
          // 'strict-dynamic' lets our own scripts load the parts that they need; 'self' is for preloading those
          scriptSrc: [nonceSource, "'strict-dynamic'", "'self'"],
          scriptSrcAttr: ["'none'"],
          // Vite puts styles into the page while developing
          styleSrc: isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'"],
          imgSrc: ["'self'", 'data:', 'blob:'],
          fontSrc: ["'self'"],
          connectSrc: isDevelopment ? [...reachable, 'ws:'] : reachable,
          // of the map; a file of ours, not one made on the spot
          workerSrc: ["'self'"],
          manifestSrc: ["'self'"],
          objectSrc: ["'none'"],
          baseUri: ["'none'"],
          formAction: ["'self'", ...formPages],
          frameAncestors: ["'none'"],
          ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
      referrerPolicy: { policy: 'same-origin' },
      crossOriginEmbedderPolicy: false,
      xFrameOptions: { action: 'deny' },
    }),
    (_request, response, next) => {
      response.setHeader('Permissions-Policy', 'camera=(), geolocation=(self), microphone=(), payment=()');
      next();
    },
  ];
}
