import { existsSync, readFileSync } from 'node:fs';
import { parse as readCsv } from 'csv-parse/sync';
import { Ajv2020, type AnySchema } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Parser, type Quad } from 'n3';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { workPlaces } from '#app/modules/people/work-place.ts';
import { datasets } from '#app/modules/opendata/datasets/index.server.ts';
import * as feedOf from '#app/routes/feeds.$kind.$file.ts';
import * as feedOfAll from '#app/routes/feeds.alles[.atom].ts';
import * as givingCsv from '#app/routes/open-data.360giving[.csv].ts';
import * as givingJson from '#app/routes/open-data.360giving[.json].ts';
import * as jsonld from '#app/routes/open-data.catalogus[.jsonld].ts';
import * as turtle from '#app/routes/open-data.catalogus[.ttl].ts';
import * as robots from '#app/routes/robots[.txt].ts';
import * as siteIndex from '#app/routes/sitemap[.xml].ts';
import * as siteMap from '#app/routes/sitemaps.$file.ts';
import * as woo from '#app/routes/woo.$file.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { sharedDemo } from '#tests/support/demo.ts';
import { ask } from './asking.ts';

const formats = addFormats;
const own = useTestDatabase(sharedDemo);

/** The elements of a document with their words; throws when it is not well formed. */
function elements(xml: string): { name: string; text: string; attributes: Record<string, string> }[] {
  const found: { name: string; text: string; attributes: Record<string, string> }[] = [];
  const open: typeof found = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const one = { name, text: '', attributes: { ...attributes } };
    found.push(one);
    open.push(one);
  });
  parser.on('text', (text) => {
    const last = open.at(-1);
    if (last !== undefined) last.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return found;
}

const texts = (xml: string, name: string) =>
  elements(xml)
    .filter((one) => one.name === name)
    .map(({ text }) => text);

/** Where the folder of the programme is at hand its schemas judge too. */
const schemas = new URL('../../../../shared/data/schemas/', import.meta.url);

type Grant = Record<string, unknown> & {
  id: string;
  title: string;
  amountAwarded: number;
  recipientIndividual?: { id: string; name: string };
  recipientOrganization?: { id: string; name: string }[];
};

describe('360Giving', () => {
  const read = async () =>
    (await ask(own.database, givingJson.loader, '/open-data/360giving.json')).json as { grants: Grant[] };

  test.skipIf(!existsSync(schemas))('is valid by the schemas of 1.4', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    formats(ajv);
    const load = (name: string) => JSON.parse(readFileSync(new URL(name, schemas), 'utf8')) as Record<string, unknown>;
    const grant = load('360-giving-schema.json');
    // the package names the schema of a grant by an older address than it has
    ajv.addSchema({ ...grant, $schema: undefined, $id: grant.$id } as AnySchema);
    const old = 'https://raw.githubusercontent.com/ThreeSixtyGiving/standard/1.4.2/schema/360-giving-schema.json';
    ajv.addSchema({ ...grant, $schema: undefined, $id: old });
    const check = ajv.compile({ ...load('360-giving-package-schema.json'), $schema: undefined } as AnySchema);
    const file = await read();
    expect(check(file), ajv.errorsText(check.errors)).toBe(true);
    expect(check({ ...file, grants: [{ id: 'x' }] })).toBe(false);
  });

  test('has every grant once, to organisations by name and to residents without', async () => {
    const { grants } = await read();
    expect(grants.length).toBeGreaterThan(3);
    expect(new Set(grants.map(({ id }) => id)).size).toBe(grants.length);
    const individuals = grants.filter(({ recipientIndividual }) => recipientIndividual !== undefined);
    expect(individuals.length).toBeGreaterThan(0);
    for (const { recipientIndividual, recipientOrganization, title, id } of individuals) {
      expect(recipientIndividual).toEqual({ id: id.replace(/^(360G-\w+)-/, '$1-IND-'), name: 'Individual Recipient' });
      expect(recipientOrganization).toBeUndefined();
      expect(title).toBe('Bijdrage aan een plan van bewoners');
    }
    for (const { recipientOrganization } of grants.filter((one) => !individuals.includes(one)))
      expect(recipientOrganization?.[0]?.id).toMatch(/^(NL-KVK-\d{8}|360G-SamenNieuwWest-[a-z0-9-]+)$/);
  });

  test('adds up to what the register grants, without assignments and what was replaced', async () => {
    const { grants } = await read();
    const [row] = await own.database.$queryRaw<[{ cents: bigint }]>`
      select coalesce(sum(day.amount_cents), 0)::bigint as cents
        from decision_day day left join decision d on d.id = day.decision_id left join small_spending k on k.id = day.spending_id
        where day.kind = 'commitment' and coalesce(d.instrument, '') <> 'assignment' and coalesce(k.payee_kind, '') <> 'shop'
          and (d.id is null or d.initiative_id is not null or d.recipient_organisation_id is not null)
          and not exists (select from decision later where later.replaces_id = d.id and later.state = 'confirmed')`;
    const sum = grants.reduce((cents, { amountAwarded }) => cents + Math.round(amountAwarded * 100), 0);
    expect(sum).toBe(Number(row.cents));
  });

  test('is the same as a spreadsheet, in the columns of the standard', async () => {
    const { text } = await ask(own.database, givingCsv.loader, '/open-data/360giving.csv');
    const rows: Record<string, string>[] = readCsv(text, { columns: true });
    const { grants } = await read();
    expect(rows.map((row) => row.Identifier)).toEqual(grants.map(({ id }) => id));
    expect(rows.map((row) => Number(row['Amount Awarded']))).toEqual(grants.map(({ amountAwarded }) => amountAwarded));
  });
});

describe('the Woo index', () => {
  test('is found from robots.txt: index, sitemap, document with its metadata', async () => {
    const { text } = await ask(own.database, robots.loader, '/robots.txt');
    const index = /^Sitemap: \S+\/woo\/(sitemapindex-diwoo-infocat018\.xml)$/m.exec(text)?.[1] ?? '';
    const answer = await ask(own.database, woo.loader, `/woo/${index}`, { params: { file: index } });
    const [first = ''] = texts(answer.text, 'loc');
    const file = first.split('/').at(-1) ?? '';
    const { text: sitemap } = await ask(own.database, woo.loader, `/woo/${file}`, { params: { file } });
    const published = await own.database.decision.count({ where: { state: 'confirmed', receipt: { not: null } } });
    expect(texts(sitemap, 'loc').length).toBe(published);
    expect(texts(sitemap, 'diwoo:officieleTitel').length).toBe(published);
    const categories = elements(sitemap).filter(({ name }) => name === 'diwoo:informatiecategorie');
    expect(new Set(categories.map(({ text: words, attributes }) => `${words} ${attributes.resource ?? ''}`))).toEqual(
      new Set(['inspanningsverplichting art 3.1 Woo https://identifier.overheid.nl/tooi/def/thes/kern/c_816e508d']),
    );
    for (const name of ['diwoo:publisher', 'diwoo:soortHandeling', 'diwoo:atTime', 'diwoo:creatiedatum'])
      expect(texts(sitemap, name).length, name).toBe(published);
  });

  test('follows the category that the programme chose', async () => {
    const { database } = own;
    const value = {
      licence: 'CC0-1.0',
      publisher: 'Programma',
      contact: '',
      grantPrefix: '360G-SamenNieuwWest',
      decisionCategory: 'individual-decisions',
      meetingCategory: 'best-effort',
    };
    await database.programmeSetting.create({ data: { key: 'open-data', value } });
    const { text } = await ask(database, robots.loader, '/robots.txt');
    expect(text).toContain('/woo/sitemapindex-diwoo-infocat016.xml');
    const params = { file: 'besluiten-1.xml' };
    expect((await ask(database, woo.loader, '/woo/besluiten-1.xml', { params })).text).toContain('c_46a81018');
    await database.programmeSetting.delete({ where: { key: 'open-data' } });
  });
});

test('the sitemap leads to every public page of an initiative, once', async () => {
  const { text } = await ask(own.database, siteIndex.loader, '/sitemap.xml');
  const addresses: string[] = [];
  for (const loc of texts(text, 'loc')) {
    const file = loc.split('/').at(-1) ?? '';
    const answer = await ask(own.database, siteMap.loader, `/sitemaps/${file}`, { params: { file } });
    addresses.push(...texts(answer.text, 'loc'));
  }
  expect(new Set(addresses).size).toBe(addresses.length);
  const drafts = await own.database.initiative.count({ where: { stage: { not: 'draft' } } });
  expect(addresses.filter((one) => one.includes('/initiatieven/')).length).toBe(drafts);
  const paths = new Set(addresses.map((one) => new URL(one).pathname));
  for (const page of ['/vergaderingen', '/acties', '/toezeggingen', '/belangen', '/integriteit', '/transparantie'])
    expect(paths, page).toContain(page);
});

test('robots are kept from every page of who works here, and from personal links', async () => {
  const { text } = await ask(own.database, robots.loader, '/robots.txt');
  const closed = [...text.matchAll(/^Disallow: (\S+)$/gm)].map(([, path = '']) => path);
  const personal = ['/integriteit/volg/x', '/volgen/mijn/x', '/volgen/uit/x'];
  for (const href of [...workPlaces.map((place) => place.href), ...personal])
    expect(
      closed.some((path) => href.startsWith(path)),
      href,
    ).toBe(true);
});

describe('the catalogue', () => {
  const dcat = 'http://www.w3.org/ns/dcat#';
  const dct = 'http://purl.org/dc/terms/';
  /** What DCAT-AP-NL 3.0 makes obligatory, by class: `dcat-ap-nl-SHACL.ttl` of Geonovum, with what DCAT-AP asks besides. */
  const obligatory = {
    Catalog: [`${dct}title`, `${dct}description`, `${dct}publisher`, `${dcat}contactPoint`, `${dcat}dataset`],
    Dataset: ['title', 'description', 'identifier', 'creator', 'publisher', 'accessRights']
      .map((one) => `${dct}${one}`)
      .concat(`${dcat}contactPoint`, `${dcat}theme`),
    Distribution: [`${dcat}accessURL`, `${dct}license`],
    DataService: ['title', 'description', 'identifier', 'publisher', 'accessRights', 'license']
      .map((one) => `${dct}${one}`)
      .concat(`${dcat}contactPoint`, `${dcat}theme`, `${dcat}endpointURL`, `${dcat}endpointDescription`),
  };
  const once = [
    `${dct}identifier`,
    `${dcat}contactPoint`,
    `${dcat}version`,
    `${dcat}endpointURL`,
    `${dcat}accessURL`,
    `${dcat}downloadURL`,
  ];

  test('has what DCAT-AP-NL asks of every class', async () => {
    const { text } = await ask(own.database, turtle.loader, '/open-data/catalogus.ttl');
    const quads: Quad[] = new Parser().parse(text);
    for (const [name, needed] of Object.entries(obligatory)) {
      const subjects = quads.filter(
        ({ predicate, object }) => predicate.value.endsWith('#type') && object.value === `${dcat}${name}`,
      );
      expect(subjects.length, name).toBeGreaterThan(0);
      for (const { subject } of subjects) {
        const properties = quads.filter((quad) => quad.subject.equals(subject)).map(({ predicate }) => predicate.value);
        for (const property of needed) expect(properties, `${name} ${subject.value}`).toContain(property);
        for (const property of once) expect(properties.filter((one) => one === property).length).toBeLessThanOrEqual(1);
      }
    }
    expect(quads.filter(({ object }) => object.value === `${dcat}Dataset`).length).toBe(datasets.length);
  });

  test('says the same as JSON-LD', async () => {
    const { text } = await ask(own.database, jsonld.loader, '/open-data/catalogus.jsonld');
    const { text: other } = await ask(own.database, turtle.loader, '/open-data/catalogus.ttl');
    const nodes = JSON.parse(text) as Record<string, unknown[]>[];
    const statements = nodes.flatMap(({ '@id': _id, ...properties }) => Object.values(properties).flat());
    expect(statements.length).toBe(new Parser().parse(other).length);
  });
});

describe('feeds', () => {
  test('tell what happened last, each thing once, with an address that stays', async () => {
    const { text, headers } = await ask(own.database, feedOfAll.loader, '/feeds/alles.atom');
    expect(headers.get('content-type')).toContain('application/atom+xml');
    const ids = texts(text, 'id');
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id.startsWith('tag:localhost,2026:'))).toBe(true);
    const updated = texts(text, 'updated').slice(1);
    expect(updated).toEqual([...updated].sort().reverse());
    expect(text).not.toMatch(/opendata:|\{\{/);
  });

  test.each([
    ['teams', 'eigenaarschap-inclusie-democratie'],
    ['themas', ''],
    ['wijken', 'FK'],
  ])('of %s hold only what is of it', async (kind, wanted) => {
    const key = wanted === '' ? ((await own.database.theme.findFirst())?.slug ?? '') : wanted;
    const file = `${key}.atom`;
    const { text } = await ask(own.database, feedOf.loader, `/feeds/${kind}/${file}`, { params: { kind, file } });
    const all = texts((await ask(own.database, feedOfAll.loader, '/feeds/alles.atom')).text, 'id');
    const ids = texts(text, 'id');
    expect(ids.length).toBeGreaterThan(1);
    expect(ids).not.toEqual(all);
  });

  test('of a team tell its agendas and its minutes, and that of another team does not', async () => {
    const [meeting, published] = await Promise.all([
      own.database.meeting.findFirstOrThrow({
        where: { agendaPublishedAt: { not: null }, state: 'announced' },
        select: { slug: true, body: { select: { slug: true } } },
      }),
      own.database.minutesPublication.findFirstOrThrow({
        select: { version: { select: { minutes: { select: { meeting: { select: { slug: true, body: true } } } } } } },
      }),
    ]);
    const minutes = published.version.minutes.meeting;
    const feed = async (slug: string) => {
      const params = { kind: 'teams', file: `${slug}.atom` };
      return (await ask(own.database, feedOf.loader, `/feeds/teams/${slug}.atom`, { params })).text;
    };
    const [agenda, report] = [`/vergaderingen/${meeting.slug}"`, `/vergaderingen/${minutes.slug}/verslag"`];
    expect(await feed(meeting.body.slug)).toContain(agenda);
    expect(await feed(minutes.body.slug)).toContain(report);
    const elsewhere = await feed('veiligheid');
    for (const address of [agenda, report]) expect(elsewhere).not.toContain(address);
  });

  test.each([
    ['teams', 'nergens.atom'],
    ['wijken', 'FK01.atom'],
    ['mensen', 'a.atom'],
    ['teams', 'veiligheid'],
  ])('%s/%s are not there', async (kind, file) => {
    expect((await ask(own.database, feedOf.loader, `/feeds/${kind}/${file}`, { params: { kind, file } })).status).toBe(
      404,
    );
  });
});
