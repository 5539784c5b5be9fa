import { guardLoader } from '#app/http/guard.server.ts';
import { openResponse } from '#app/http/open-response.server.ts';
import { atomFeed } from '#app/modules/opendata/feed.server.ts';
import { feedItems } from '#app/modules/opendata/queries/feed-items.query.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** What happened in the whole programme. */
export const loader = guardLoader(everyone, async ({ request, url, database, platform, locale, t }) => {
  const scope = { kind: 'all' } as const;
  const { publicUrl } = platform.env;
  const items = await feedItems(database, scope);
  return openResponse(request, {
    text: atomFeed(items, { scope, name: '', path: url.pathname, publicUrl, locale, t }),
    contentType: 'application/atom+xml; charset=utf-8',
    maxAge: 300,
    headers: { Vary: 'Cookie, Accept-Language', 'Content-Language': locale },
  });
});
