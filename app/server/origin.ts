import type { Request, RequestHandler } from 'express';
import type { Env } from '#app/platform/env.server.ts';
import { sendPlainPage } from './plain-page.ts';

/**
 * Refuses whatever changes something and was not sent by a page of ours: the defence against forged requests.
 * Browsers say where a request comes from in Origin or Referer; a request that says nothing is refused too.
 * Remix compares once more, with the name by which the proxy calls us: many proxies (nginx, Apache) call us by an inner
 * name, and each form would fail. So whoever passes here is passed on by the name that the browser used.
 */
export function requireOwnOrigin(env: Pick<Env, 'mode' | 'publicUrl'>): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD') {
      next();
      return;
    }
    if (isOneClick(request)) {
      // a mail program posts for nobody: the token in the address is all that counts
      delete request.headers.cookie;
      delete request.headers.origin;
      delete request.headers.referer;
      next();
      return;
    }
    const origin = ownOrigin(request, env);
    if (origin === null) {
      sendPlainPage(request, response, 403, 'foreignForm');
      return;
    }
    request.headers['x-forwarded-host'] = new URL(origin).host;
    next();
  };
}

/** Stopping mails by one click in a mail program (RFC 8058, section 3.2), which sends no origin. */
function isOneClick(request: Pick<Request, 'path' | 'method' | 'get'>): boolean {
  const isMail = request.get('origin') === undefined && request.get('sec-fetch-site') === undefined;
  return isMail && request.method === 'POST' && /^\/volgen\/uit\/[\w-]{43}$/.test(request.path);
}

/** @returns the origin that the request comes from when it is ours, else null */
function ownOrigin(request: Pick<Request, 'get' | 'protocol'>, env: Pick<Env, 'mode' | 'publicUrl'>): string | null {
  const site = request.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return null;
  const from = originOf(request.get('origin') ?? request.get('referer'));
  if (from === null || from === new URL(env.publicUrl).origin) return from;
  // a demo is visited by whatever name its machine goes by
  return env.mode === 'demo' && from === `${request.protocol}://${request.get('host') ?? ''}` ? from : null;
}

function originOf(text: string | undefined): string | null {
  return text !== undefined && URL.canParse(text) ? new URL(text).origin : null;
}
