import { guardLoader, type Guarded } from '#app/http/guard.server.ts';
import { openResponse, streamedResponse } from '#app/http/open-response.server.ts';
import { problemResponse } from '#app/http/problem.server.ts';
import { csvOf, ndjsonOf, ndjsonOfAll } from '#app/modules/opendata/bulk.server.ts';
import { writeCursor } from '#app/modules/opendata/cursor.ts';
import { datasetOf, datasets } from '#app/modules/opendata/datasets/index.server.ts';
import { pageOfRows, type Dataset } from '#app/modules/opendata/queries/dataset.query.server.ts';
import { readQuestion } from '#app/modules/opendata/question.ts';
import { strictnessOf } from '#app/modules/opendata/strictness.server.ts';
import { whitelisted } from '#app/modules/opendata/whitelist.ts';
import { everyone } from '#app/modules/people/policy.ts';

/** A dataset by its address: a page of it as JSON, or with an ending all of it. */
export const loader = guardLoader(everyone, (args) => {
  const { request, params } = args;
  const [, slug = '', ending, gzip] = /^([^.]*)(?:\.(ndjson|csv)(\.gz)?)?$/.exec(params.dataset ?? '') ?? [];
  if (slug === 'everything' && ending === 'ndjson') return everything(args, gzip !== undefined);
  const dataset = datasetOf(slug);
  if (dataset === null) {
    const names = datasets.map((one) => one.slug).join(', ');
    return problemResponse(request, 'unknown-dataset', { name: (params.dataset ?? '').slice(0, 60), names });
  }
  if (ending === undefined) return pageOf(args, dataset);
  return whole(args, dataset, { ending: ending === 'csv' ? 'csv' : 'ndjson', isGzip: gzip !== undefined });
});

/** Transactions that began before this long ago have ended: what they wrote is there. */
const settled = 60_000;

async function pageOf({ request, url, database, now, platform }: Guarded, dataset: Dataset): Promise<Response> {
  const read = readQuestion(url.searchParams, dataset);
  if (!read.ok) return problemResponse(request, read.problem, read.facts);
  const { rows, next } = await pageOfRows(database, dataset, read.question);
  const strictness = strictnessOf(platform);
  const address = next === null ? null : nextAddress(url, platform.env.publicUrl, writeCursor(next));
  // a row that was written while we read may carry a moment of before: the next question begins a little earlier. Whole
  // minutes, so that the answer stays the same while nothing changes
  const until = new Date(Math.floor((now.getTime() - settled) / settled) * settled);
  const body = {
    dataset: dataset.slug,
    rows: rows.map((row) => whitelisted(dataset, row, strictness)),
    next: address,
    changedSince: dataset.hasChanges ? until.toISOString() : null,
  };
  return openResponse(request, {
    text: JSON.stringify(body),
    contentType: 'application/json; charset=utf-8',
    headers: address === null ? {} : { Link: `<${address}>; rel="next"` },
  });
}

function nextAddress(url: URL, publicUrl: string, cursor: string): string {
  const next = new URL(`${publicUrl}${url.pathname}${url.search}`);
  next.searchParams.set('cursor', cursor);
  return next.href;
}

type Whole = { ending: 'csv' | 'ndjson'; isGzip: boolean };

function whole({ database, platform, connection }: Guarded, dataset: Dataset, { ending, isGzip }: Whole): Response {
  const reading = { database, strictness: strictnessOf(platform) };
  return streamedResponse(connection, {
    parts: ending === 'csv' ? csvOf(dataset, reading) : ndjsonOf(dataset, reading),
    contentType: ending === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/x-ndjson; charset=utf-8',
    fileName: `wijkbeurs-${dataset.slug}.${ending}${isGzip ? '.gz' : ''}`,
    isGzip,
  });
}

function everything({ database, platform, connection }: Guarded, isGzip: boolean): Response {
  return streamedResponse(connection, {
    parts: ndjsonOfAll(datasets, { database, strictness: strictnessOf(platform) }),
    contentType: 'application/x-ndjson; charset=utf-8',
    fileName: `wijkbeurs-everything.ndjson${isGzip ? '.gz' : ''}`,
    isGzip,
  });
}
