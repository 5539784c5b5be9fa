import { translatorOf } from '#app/i18n/all.server.ts';
import { localeOfRequest } from '#app/i18n/locale.ts';
import { problemStatuses, type Problem } from './problem.ts';

/**
 * Says what is wrong and what to do, for machines and who wrote them (RFC 9457), in the language that was asked.
 * @param facts what the words name: what was asked, and what there is
 */
export function problemResponse(
  request: Request,
  problem: Problem,
  facts: Record<string, string | number> = {},
): Response {
  const locale = localeOfRequest(request);
  const say = translatorOf(locale) as (key: string, facts?: Record<string, string | number>) => string;
  const url = new URL(request.url);
  const body = {
    type: `${url.origin}/open-data#${problem}`,
    title: say(`opendata:problem.${problem}.title`),
    status: problemStatuses[problem],
    detail: say(`opendata:problem.${problem}.detail`, facts),
    instance: url.pathname,
  };
  return new Response(`${JSON.stringify(body)}\n`, {
    status: body.status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': locale,
      'Cache-Control': 'no-store',
      'Access-Control-Allow-Origin': '*',
      Vary: 'Cookie, Accept-Language',
    },
  });
}
