import { guardLoader } from '#app/http/guard.server.ts';
import { openResponse } from '#app/http/open-response.server.ts';
import { datasets } from '#app/modules/opendata/datasets/index.server.ts';
import { openApi } from '#app/modules/opendata/openapi.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { openDataRules } from '#app/modules/programme/queries/settings.query.server.ts';

/** The API, described for machines. */
export const loader = guardLoader(everyone, async ({ request, database, platform }) => {
  const about = { ...(await openDataRules(database)), publicUrl: platform.env.publicUrl };
  return openResponse(request, {
    text: JSON.stringify(openApi(datasets, about), null, 2),
    contentType: 'application/vnd.oai.openapi+json;version=3.1; charset=utf-8',
    maxAge: 300,
  });
});
