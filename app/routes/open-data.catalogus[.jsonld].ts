import { guardLoader } from '#app/http/guard.server.ts';
import { openResponse } from '#app/http/open-response.server.ts';
import { asJsonLd, catalogueOf } from '#app/modules/opendata/catalogue.ts';
import { changedOf } from '#app/modules/opendata/changed.server.ts';
import { datasets } from '#app/modules/opendata/datasets/index.server.ts';
import { everyone } from '#app/modules/people/policy.ts';
import { openDataRules } from '#app/modules/programme/queries/settings.query.server.ts';

/** The catalogue of the datasets by DCAT-AP-NL, as JSON-LD. */
export const loader = guardLoader(everyone, async ({ request, database, platform }) => {
  const about = { rules: await openDataRules(database), publicUrl: platform.env.publicUrl };
  const quads = catalogueOf(datasets, await changedOf(database), about);
  return openResponse(request, {
    text: JSON.stringify(asJsonLd(quads), null, 2),
    contentType: 'application/ld+json; charset=utf-8',
    maxAge: 300,
  });
});
