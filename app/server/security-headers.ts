import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import helmet from 'helmet';

/** A fresh number for each page; only scripts that carry it run. */
function freshNonce(): RequestHandler {
  return (_request, response, next) => {
    response.locals.nonce = randomBytes(16).toString('base64');
    next();
  };
}

const nonceSource = (_request: IncomingMessage, response: ServerResponse) =>
  `'nonce-${String((response as Response).locals.nonce)}'`;

/** @param formPages other sites to which a form of ours may lead on: browsers hold redirects after a form to it */
export function securityHeaders({
  isDevelopment,
  isHttps,
  formPages = [],
}: {
  isDevelopment: boolean;
  isHttps: boolean;
  formPages?: readonly string[];
}): RequestHandler[] {
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
          connectSrc: isDevelopment ? ["'self'", 'ws:'] : ["'self'"],
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
      response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()');
      next();
    },
  ];
}
