import { guardLoader } from '#app/http/guard.server.ts';
import { openResponse } from '#app/http/open-response.server.ts';
import { problemResponse } from '#app/http/problem.server.ts';
import { datasetOf, datasets } from '#app/modules/opendata/datasets/index.server.ts';
import { oneRow } from '#app/modules/opendata/queries/dataset.query.server.ts';
import { strictnessOf } from '#app/modules/opendata/strictness.server.ts';
import { whitelisted } from '#app/modules/opendata/whitelist.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** One row of a dataset by its key. */
export const loader = guardLoader(everyone, async ({ request, params, database, platform }) => {
  const { dataset: slug = '', key = '' } = params;
  const dataset = datasetOf(slug);
  if (dataset === null) {
    const names = datasets.map((one) => one.slug).join(', ');
    return problemResponse(request, 'unknown-dataset', { name: slug.slice(0, 60), names });
  }
  const row = await oneRow(database, dataset, key);
  if (row === null) return problemResponse(request, 'unknown-row', { name: slug, key: key.slice(0, 60) });
  const text = JSON.stringify(whitelisted(dataset, row, strictnessOf(platform)));
  return openResponse(request, { text, contentType: 'application/json; charset=utf-8' });
});
