import type { Request, RequestHandler } from 'express';
import type { Env } from '#app/platform/env.server.ts';
import { sendPlainPage } from './plain-page.ts';

/**
 * Refuses whatever changes something and was not sent by a page of ours: the defence against forged requests.
 * Browsers say where a request comes from in Origin or Referer; a request that says nothing is refused too.
 */
export function requireOwnOrigin(env: Pick<Env, 'mode' | 'publicUrl'>): RequestHandler {
  return (request, response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || isOwn(request, env)) next();
    else sendPlainPage(request, response, 403, 'foreignForm');
  };
}

function isOwn(request: Pick<Request, 'get' | 'protocol'>, env: Pick<Env, 'mode' | 'publicUrl'>): boolean {
  const site = request.get('sec-fetch-site');
  if (site === 'cross-site' || site === 'same-site') return false;
  const from = originOf(request.get('origin') ?? request.get('referer'));
  if (from === null) return false;
  if (from === new URL(env.publicUrl).origin) return true;
  // a demo is visited by whatever name its machine goes by
  return env.mode === 'demo' && from === `${request.protocol}://${request.get('host') ?? ''}`;
}

function originOf(text: string | undefined): string | null {
  return text !== undefined && URL.canParse(text) ? new URL(text).origin : null;
}
