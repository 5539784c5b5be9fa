import { beforeAll, describe, expect, test } from 'vitest';
import { datasets } from '#app/modules/opendata/datasets/index.server.ts';
import { publicPages } from '#tests/browser/public-pages.ts';
import { Browser } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { sharedDemo } from '#tests/support/demo.ts';
import { routesOf } from '#tests/support/routes.ts';
import { canary, plant, privateColumns, schemaColumns, wordColumns, type Planted } from './planting.ts';
import { publicColumns } from './public-columns.ts';

type RouteModule = { loader?: unknown };

const own = useTestDatabase(sharedDemo);
const find = routesOf(
  import.meta.glob<RouteModule>(['../../../app/routes/**/*.{ts,tsx}', '!**/*.test.*'], { eager: true }),
);

let planted: Planted;

beforeAll(async () => {
  // who chose to be named is: nobody does here
  await own.database.person.updateMany({ data: { nameIsPublic: false } });
  await own.database.$executeRaw`update gathering_promise set is_named = false`;
  planted = await plant(own.url, privateColumns(schemaColumns()));
});

type Read = { status: number; text: string };

/** What a visitor without account gets: the file, or the data that the page is made of. */
async function read(path: string): Promise<Read | null> {
  const found = find(path.split('?')[0] ?? '');
  if (found?.module.loader === undefined) return null;
  const { status, data, response } = await new Browser(own.database, 'demo').get(
    found.module.loader,
    path,
    found.params,
  );
  return { status, text: response === null ? JSON.stringify(data) : await response.text() };
}

const leaksIn = (text: string) => [...new Set(text.match(new RegExp(`.{0,60}${canary}.{0,60}`, 'gi')) ?? [])];

/** Every address of a list of addresses, without the site. */
const locsOf = (xml: string) => [...xml.matchAll(/<loc>[a-z]+:\/\/[^/]+([^<]+)<\/loc>/g)].map(([, path = '']) => path);

async function addresses(): Promise<string[]> {
  const maps = locsOf((await read('/sitemap.xml'))?.text ?? '');
  const pages: string[] = [];
  for (const map of maps) pages.push(...locsOf((await read(map))?.text ?? ''));
  const robots = (await read('/robots.txt'))?.text ?? '';
  const woo = [...robots.matchAll(/Sitemap: [a-z]+:\/\/[^/]+(\/woo\/\S+)/g)].map(([, path = '']) => path);
  const wooMaps: string[] = [];
  for (const index of woo) wooMaps.push(...locsOf((await read(index))?.text ?? ''));
  const bodies = await own.database.body.findMany({ select: { slug: true, kind: true } });
  const themes = await own.database.theme.findMany({ select: { slug: true } });
  const wijken = await own.database.area.findMany({ where: { level: 'wijk' }, select: { code: true } });
  return [
    ...new Set([
      ...maps,
      ...pages,
      ...woo,
      ...wooMaps,
      ...publicPages.filter((page) => !page.includes('/:') && page !== '/demo/post'),
      ...datasets.flatMap(({ slug }) => [`/api/v1/${slug}?limit=500`, `/api/v1/${slug}.csv`, `/open-data/${slug}`]),
      ...['/api/v1/everything.ndjson', '/api/v1', '/api/v1/openapi.json', '/robots.txt', '/sitemap.xml'],
      ...['json', 'csv'].map((ending) => `/open-data/360giving.${ending}`),
      ...['ttl', 'jsonld'].map((ending) => `/open-data/catalogus.${ending}`),
      '/feeds/alles.atom',
      ...bodies.flatMap(({ slug, kind }) => [
        `/feeds/teams/${slug}.atom`,
        `/budgetten/teams/${slug}`,
        ...(kind === 'wijkalliantie' ? [`/wijkallianties/${slug}`] : []),
      ]),
      ...themes.map(({ slug }) => `/feeds/themas/${slug}.atom`),
      ...wijken.map(({ code }) => `/feeds/wijken/${code}.atom`),
    ]),
  ];
}

describe('nothing private leaves', () => {
  test('words were put into every private column that can hold them', () => {
    // four characters hold no word; the number that they are of is tried
    expect(planted.refused.map(({ model, field }) => `${model}.${field}`)).toEqual(['BankAccount.lastFour']);
    for (const column of [
      'Person.name',
      'Person.email',
      'GatheringRegistration.email',
      'BankAccount.ibanMark',
      'Message.text',
      'Initiative.draft',
    ])
      expect(planted.rows.get(column), column).toBeGreaterThan(0);
  });

  test('a column that is added tomorrow is private until somebody says otherwise', () => {
    const schema = 'model Person {\n  phone String? @map("phone")\n  id String @id @db.Uuid\n  @@map("person")\n}';
    expect(privateColumns(wordColumns(schema))).toEqual([
      { model: 'Person', field: 'phone', table: 'person', column: 'phone', type: 'text' },
    ]);
  });

  test('the list of public columns names columns that there are', () => {
    const known = new Set(schemaColumns().map(({ model, field }) => `${model}.${field}`));
    const named = Object.entries(publicColumns).flatMap(([model, fields]) =>
      fields.split(' ').map((field) => `${model}.${field}`),
    );
    expect(named.filter((one) => !known.has(one))).toEqual([]);
  });

  test('on any page, file or feed that everybody can open', async () => {
    const leaks: string[] = [];
    const failed: string[] = [];
    const all = await addresses();
    let files = 0;
    for (const address of all) {
      const [path = '', search = ''] = address.split('?');
      for (const one of [
        address,
        ...['.json', '.ics', '.csv'].map((ending) => `${path}${ending}${search === '' ? '' : `?${search}`}`),
      ]) {
        const answer = await read(one);
        if (answer === null || (one !== address && answer.status === 404)) continue;
        files += 1;
        if (answer.status >= 400) failed.push(`${String(answer.status)} ${one}`);
        leaks.push(...leaksIn(answer.text).map((leak) => `${one}: ${leak}`));
      }
    }
    expect(leaks).toEqual([]);
    expect(failed).toEqual([]);
    expect(files).toBeGreaterThan(400);
  });

  test('and this would be seen: a word in a public column comes out', async () => {
    await plant(own.url, [
      { model: 'Organisation', field: 'summary', table: 'organisation', column: 'summary', type: 'text' },
    ]);
    expect(leaksIn((await read('/api/v1/organisations?limit=500'))?.text ?? '').length).toBeGreaterThan(0);
    const content = {
      model: 'InitiativeVersion',
      field: 'content',
      table: 'initiative_version',
      column: 'content',
    } as const;
    await plant(own.url, [{ ...content, type: 'json' }]);
    const { slug } = await own.database.initiative.findFirstOrThrow({
      where: { currentVersion: { gt: 0 }, stage: 'submitted' },
    });
    // a part of a version that no view knows stays inside
    expect(leaksIn((await read(`/initiatieven/${slug ?? ''}`))?.text ?? '')).toEqual([]);
  });
});
