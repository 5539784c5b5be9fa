import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { datasets } from '#app/modules/opendata/datasets/index.server.ts';
import * as nothing from '#app/routes/api.v1.$.ts';
import * as one from '#app/routes/api.v1.$dataset_.$key.ts';
import * as list from '#app/routes/api.v1.$dataset/route.ts';
import * as index from '#app/routes/api.v1._index.ts';
import * as openapi from '#app/routes/api.v1.openapi[.json].ts';
import { makeInitiative } from '#tests/factories/index.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { sharedDemo } from '#tests/support/demo.ts';
import { ask, type Asked } from './asking.ts';

const own = useTestDatabase(sharedDemo);

const get = (dataset: string, search = '', headers: Record<string, string> = {}): Promise<Asked> =>
  ask(own.database, list.loader, `/api/v1/${dataset}${search}`, { params: { dataset }, headers });

type Page = { dataset: string; rows: Record<string, unknown>[]; next: string | null; changedSince: string | null };
type Problem = { type: string; title: string; status: number; detail: string };

describe('a page of rows', () => {
  test('leads to the next until there is none, and every row comes once', async () => {
    const seen: unknown[] = [];
    let search = '?limit=7';
    for (;;) {
      const answer = await get('initiatives', search);
      const page = answer.json as Page;
      seen.push(...page.rows.map(({ slug }) => slug));
      if (page.next === null) break;
      expect(answer.headers.get('link')).toBe(`<${page.next}>; rel="next"`);
      search = new URL(page.next).search;
    }
    const whole = (await get('initiatives', '?limit=500')).json as Page;
    expect(seen).toEqual(whole.rows.map(({ slug }) => slug));
    expect(new Set(seen).size).toBe(seen.length);
  });

  test('loses and repeats nothing when something is added on the way', async () => {
    const first = (await get('initiatives', '?limit=5')).json as Page;
    await makeInitiative(own.database, { stage: 'submitted' });
    const rest: unknown[] = [];
    for (let next = first.next; next !== null;) {
      const page: Page = (await get('initiatives', new URL(next).search)).json as Page;
      rest.push(...page.rows.map(({ slug }) => slug));
      next = page.next;
    }
    const all = [...first.rows.map(({ slug }) => slug), ...rest];
    const whole = (await get('initiatives', '?limit=500')).json as Page;
    expect(new Set(all)).toEqual(new Set(whole.rows.map(({ slug }) => slug)));
    expect(all.length).toBe(whole.rows.length);
  });

  test('holds only what changed since a moment', async () => {
    const whole = ((await get('decisions', '?limit=500')).json as Page).rows;
    const moments = whole.map(({ changedAt }) => changedAt as string).sort();
    const since = moments[Math.floor(moments.length / 2)] ?? '';
    const newer = ((await get('decisions', `?limit=500&since=${encodeURIComponent(since)}`)).json as Page).rows;
    expect(newer.map(({ number }) => number)).toEqual(
      whole.filter(({ changedAt }) => (changedAt as string) >= since).map(({ number }) => number),
    );
    expect(newer.length).toBeLessThan(whole.length);
    expect(((await get('decisions', '?since=2999-01-01')).json as Page).rows).toEqual([]);
  });

  test('is for every site, may be kept, and is not sent again to who has it', async () => {
    const answer = await get('themes');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    const etag = answer.headers.get('etag') ?? '';
    const again = await get('themes', '', { 'If-None-Match': `W/${etag}` });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await get('themes', '', { 'If-None-Match': '"other"' })).status).toBe(200);
  });
});

describe('a question that cannot be answered', () => {
  test.each([
    ['nonsense', '', 404, 'unknown-dataset'],
    ['nonsense.csv', '', 404, 'unknown-dataset'],
    ['themes.pdf', '', 404, 'unknown-dataset'],
    ['decisions', '?cursor=nonsense', 400, 'wrong-cursor'],
    ['decisions', '?since=gisteren', 400, 'wrong-since'],
    ['themes', '?since=2026-01-01', 400, 'no-changes'],
    ['decisions', '?limit=0', 400, 'wrong-limit'],
    ['decisions', '?limit=501', 400, 'wrong-limit'],
    ['decisions', '?limit=1e3', 400, 'wrong-limit'],
    ['decisions', '?page=2', 400, 'unknown-parameter'],
  ])('%s%s is told why, in both languages', async (dataset, search, status, problem) => {
    const dutch = await get(dataset, search);
    const english = await get(dataset, search, { 'Accept-Language': 'en' });
    expect([dutch.status, english.status]).toEqual([status, status]);
    expect(dutch.headers.get('content-type')).toContain('application/problem+json');
    expect(dutch.headers.get('content-language')).toBe('nl');
    expect((dutch.json as Problem).type).toMatch(new RegExp(`/open-data#${problem}$`));
    expect((dutch.json as Problem).status).toBe(status);
    expect((dutch.json as Problem).detail).not.toMatch(/\{\{|opendata:/);
    expect((english.json as Problem).detail).not.toBe((dutch.json as Problem).detail);
  });

  test('a row and an address that are not there', async () => {
    const params = { dataset: 'decisions', key: '1999-0001' };
    expect((await ask(own.database, one.loader, '/api/v1/decisions/1999-0001', { params })).status).toBe(404);
    expect((await ask(own.database, nothing.loader, '/api/v1/a/b/c')).status).toBe(404);
  });
});

test('one row is the same as in the list', async () => {
  const [row] = ((await get('decisions', '?limit=1')).json as Page).rows;
  const key = row?.number as string;
  const answer = await ask(own.database, one.loader, `/api/v1/decisions/${key}`, {
    params: { dataset: 'decisions', key },
  });
  expect(answer.json).toEqual(row);
});

describe('everything at once', () => {
  test('as NDJSON holds the rows of the list', async () => {
    const lines = (await get('initiatives.ndjson')).text.trimEnd().split('\n');
    const whole = (await get('initiatives', '?limit=500')).json as Page;
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(whole.rows);
  });

  test.each(datasets.map(({ slug }) => slug))('%s as CSV has a row for each', async (slug) => {
    const rows: string[][] = parse((await get(`${slug}.csv`)).text);
    const lines = (await get(`${slug}.ndjson`)).text.trimEnd().split('\n');
    expect(rows.length).toBe(lines.length + 1);
    expect(rows[0]).not.toContain('');
  });

  test('packed is the same', async () => {
    const browser = new Browser(own.database, 'demo');
    const { response } = await browser.get(list.loader, '/api/v1/everything.ndjson.gz', {
      dataset: 'everything.ndjson.gz',
    });
    const packed = gunzipSync(Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer())).toString('utf8');
    expect(packed).toBe((await get('everything.ndjson')).text);
    const named = packed
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { dataset: string }).dataset);
    expect(new Set(named)).toEqual(new Set(datasets.map(({ slug }) => slug)));
  });
});

describe('the description', () => {
  test('is OpenAPI 3.1, and every answer is as it says', async () => {
    const { json } = await ask(own.database, openapi.loader, '/api/v1/openapi.json');
    const validator = new Validator();
    const result = await validator.validate(structuredClone(json) as Record<string, unknown>);
    expect(result.errors ?? []).toEqual([]);
    expect([result.valid, validator.version]).toEqual([true, '3.1']);
    const document = json as { paths: Record<string, unknown>; components: { schemas: Record<string, object> } };
    for (const { slug } of datasets) {
      expect(Object.keys(document.paths)).toContain(`/api/v1/${slug}`);
      const name = slug.replaceAll(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase());
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      const check = ajv.compile(document.components.schemas[name] ?? false);
      for (const row of ((await get(slug, '?limit=50')).json as Page).rows) {
        expect(check(row), `${slug}: ${ajv.errorsText(check.errors)}`).toBe(true);
        expect(check({ ...row, somebody: 'else' })).toBe(false);
      }
    }
  });

  test('and the list of datasets name every one', async () => {
    const { json } = await ask(own.database, index.loader, '/api/v1');
    expect((json as { datasets: { slug: string }[] }).datasets.map(({ slug }) => slug)).toEqual(
      datasets.map(({ slug }) => slug),
    );
  });
});
