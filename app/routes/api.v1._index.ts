import { guardLoader } from '#app/http/guard.server.ts';
import { openResponse } from '#app/http/open-response.server.ts';
import { datasets } from '#app/modules/opendata/datasets/index.server.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** Which datasets there are, for machines. */
export const loader = guardLoader(everyone, ({ request, platform }) => {
  const api = `${platform.env.publicUrl}/api/v1`;
  const body = {
    version: 1,
    openapi: `${api}/openapi.json`,
    everything: `${api}/everything.ndjson.gz`,
    datasets: datasets.map(({ slug, key, title, description, hasChanges }) => ({
      slug,
      key,
      title,
      description,
      hasChanges,
      url: `${api}/${slug}`,
      ndjson: `${api}/${slug}.ndjson`,
      csv: `${api}/${slug}.csv`,
    })),
  };
  return openResponse(request, { text: JSON.stringify(body), contentType: 'application/json; charset=utf-8' });
});
