import { beforeAll, describe, expect, test } from 'vitest';
import { allDocuments, documentsOf, type Building } from '#app/modules/search/documents/index.server.ts';
import { documentKinds, type SearchDocument } from '#app/modules/search/port.ts';
import { canary, plant, privateColumns, schemaColumns } from '#tests/integration/opendata/planting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { sharedDemo } from '#tests/support/demo.ts';

const own = useTestDatabase(sharedDemo);
const broken: { kind: string; key: string }[] = [];
const building = (today = '2026-11-22'): Building => ({
  database: own.database,
  strictness: { isStrict: true, report: () => undefined },
  today,
  onBroken: (of) => {
    broken.push(of);
  },
});

async function everything(): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = [];
  for await (const batch of allDocuments(building())) documents.push(...batch);
  return documents;
}

let documents: SearchDocument[] = [];

beforeAll(async () => {
  documents = await everything();
});

const one = (id: string) => documents.find((document) => document.id === id);

describe('what can be found', () => {
  test('is something of every kind, each once, in order of id', () => {
    const ids = documents.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(new Set(documents.map(({ kind }) => kind))).toEqual(new Set(documentKinds));
    expect(broken).toEqual([]);
    for (const { id, path, title, stamp } of documents) {
      expect(id).toMatch(/^[a-z]+-[\w-]+$/);
      expect(path).toMatch(/^\/[a-z]+\//);
      expect(title).not.toBe('');
      expect(stamp).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  test('was noted, each of it, in the transaction that made it', async () => {
    const noted = await own.database.searchChange.findMany({
      distinct: ['kind', 'key'],
      select: { kind: true, key: true },
    });
    const ids = new Set(noted.map(({ kind, key }) => `${kind}-${key}`));
    expect(documents.map(({ id }) => id).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('is every plan that was submitted and no draft', async () => {
    const submitted = await own.database.initiative.count({ where: { stage: { not: 'draft' } } });
    expect(documents.filter(({ kind }) => kind === 'initiative')).toHaveLength(submitted);
    expect(await own.database.initiative.count({ where: { stage: 'draft' } })).toBeGreaterThan(0);
  });

  test('has with each buurt also its wijk', () => {
    expect(one('initiative-aanpak-wildeman')?.areas).toEqual(['FK', 'FK01']);
  });

  test('tells of a plan what its page tells, and how far it is as people ask for it', async () => {
    const [version] = await own.database.$queryRaw<{ slug: string; what: string }[]>`
      select i.slug, v.content ->> 'what' as what from initiative i
        join initiative_version v on v.initiative_id = i.id and v.version = i.current_version
        where i.stage = 'submitted' and char_length(v.content ->> 'what') > 40 limit 1`;
    const found = one(`initiative-${version?.slug ?? ''}`);
    expect(found?.text).toContain(version?.what.trim());
    expect(found?.stage).toBe('in-behandeling');
  });

  test('a decision is found where its plan is', () => {
    const decision = documents.find(({ kind, areas }) => kind === 'decision' && areas.length > 0);
    expect(decision?.themes).not.toEqual([]);
  });

  test('what is needed until a day is not needed after it', async () => {
    const line = await own.database.portfolioLine.findFirstOrThrow({
      where: { doneAt: null, portfolio: { state: 'open', kind: 'organisation' } },
      select: { id: true, text: true, portfolio: { select: { slug: true } } },
    });
    await own.database.portfolioLine.update({ where: { id: line.id }, data: { until: new Date('2026-12-01') } });
    const wanted = [{ kind: 'portfolio', key: line.portfolio.slug } as const];
    const on = async (day: string) => (await documentsOf(building(day), wanted)).documents[0]?.text ?? '';
    expect(await on('2026-12-01')).toContain(line.text.trim());
    expect(await on('2026-12-02')).not.toContain(line.text.trim());
  });

  test('what there is not is told as gone', async () => {
    const asked = [
      { kind: 'initiative', key: 'nergens' },
      { kind: 'initiative', key: 'aanpak-wildeman' },
    ] as const;
    const { documents: made, gone } = await documentsOf(building(), asked);
    expect(made.map(({ id }) => id)).toEqual(['initiative-aanpak-wildeman']);
    expect(gone).toEqual(['initiative-nergens']);
  });
});

describe('nothing private', () => {
  test('stands in any document, whatever stands in private columns', async () => {
    const { rows } = await plant(own.url, privateColumns(schemaColumns()));
    for (const column of ['Person.name', 'Person.email', 'Initiative.draft', 'Message.text'])
      expect(rows.get(column), column).toBeGreaterThan(0);
    const after = await everything();
    expect(JSON.stringify(after).toLowerCase()).not.toContain(canary);
    expect(after.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
  });

  test('and this would be seen: a word in a public column comes out', async () => {
    const summary = { model: 'Organisation', field: 'summary', table: 'organisation', column: 'summary' } as const;
    await plant(own.url, [{ ...summary, type: 'text' }]);
    expect(JSON.stringify(await everything())).toContain(canary);
  });

  test('a part of a version that no page knows stays inside', async () => {
    await own.database.organisation.updateMany({ data: { summary: '' } });
    const content = {
      model: 'InitiativeVersion',
      field: 'content',
      table: 'initiative_version',
      column: 'content',
    } as const;
    const { rows } = await plant(own.url, [{ ...content, type: 'json' }]);
    expect(rows.get('InitiativeVersion.content')).toBeGreaterThan(0);
    expect(JSON.stringify(await everything())).not.toContain(canary);
  });

  test('what cannot be read is left out and told by name, without what stands in it', async () => {
    const { number } = await own.database.decision.findFirstOrThrow({
      where: { state: 'confirmed' },
      select: { number: true },
    });
    await plant(own.url, [
      { model: 'Decision', field: 'published', table: 'decision', column: 'published', type: 'json' },
    ]);
    const after = await everything();
    expect(after.filter(({ kind }) => kind === 'decision')).toEqual([]);
    expect(broken).toContainEqual({ kind: 'decision', key: number });
    expect(after.length).toBeGreaterThan(100);
  });
});
