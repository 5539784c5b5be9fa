import { guardLoader } from '#app/http/guard.server.ts';
import { openResponse } from '#app/http/open-response.server.ts';
import { notFound } from '#app/http/respond.server.ts';
import { wooIndex, wooSitemap } from '#app/modules/opendata/woo.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { openDataRules } from '#app/modules/programme/queries/settings.query.server.ts';

/** What the harvester of the Woo index reads: which documents there are, with their metadata. */
export const loader = guardLoader(everyone, async ({ request, params, database, platform }) => {
  const around = { rules: await openDataRules(database), publicUrl: platform.env.publicUrl };
  const name = params.file ?? '';
  const text = (await wooIndex(database, name, around)) ?? (await wooSitemap(database, name, around));
  if (text === null) throw notFound();
  return openResponse(request, { text, contentType: 'application/xml; charset=utf-8', maxAge: 300 });
});
