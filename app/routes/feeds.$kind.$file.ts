import { guardLoader } from '#app/http/guard.server.ts';
import { openResponse } from '#app/http/open-response.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { atomFeed } from '#app/modules/opendata/feed.server.ts';
import { feedItems, feedName } from '#app/modules/opendata/queries/feed-items.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

const kinds = { teams: 'body', themas: 'theme', wijken: 'wijk' } as const;

/** What happened at one team, in one theme or in one wijk. */
export const loader = guardLoader(everyone, async ({ request, url, params, database, platform, locale, t }) => {
  const { kind = '', file = '' } = params;
  const [, key] = /^([\w-]{1,120})\.atom$/.exec(file) ?? [];
  if (key === undefined || !(kind in kinds)) throw notFound();
  const scope = { kind: kinds[kind as keyof typeof kinds], key };
  const name = await feedName(database, scope, locale);
  if (name === null) throw notFound();
  const { publicUrl } = platform.env;
  const items = await feedItems(database, scope);
  return openResponse(request, {
    text: atomFeed(items, { scope, name, path: url.pathname, publicUrl, locale, t }),
    contentType: 'application/atom+xml; charset=utf-8',
    maxAge: 300,
    headers: { Vary: 'Cookie, Accept-Language', 'Content-Language': locale },
  });
});
