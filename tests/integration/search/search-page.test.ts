import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentKind, SearchDocument } from '#app/modules/search/port.ts';
import { openPostgresqlEngine } from '#app/modules/search/postgresql/engine.server.ts';
import { foundNow } from '#app/modules/search/queries/found-now.query.server.ts';
import { noteFound, noteGone } from '#app/modules/search/keeping/first-found.store.server.ts';
import type { FilterNames, FoundView } from '#app/modules/search/views.ts';
import type { SearchAddress } from '#app/modules/search/address.ts';
import * as list from '#app/routes/initiatieven._index/route.tsx';
import * as like from '#app/routes/initiatieven.lijkt-op.tsx';
import * as page from '#app/routes/zoeken/route.tsx';
import { Browser } from '../people/visiting.ts';
import { makeDistrict } from '../initiatives/plan.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();

const document = (kind: DocumentKind, key: string, given: Partial<SearchDocument>): SearchDocument => ({
  ...{ id: `${kind}-${key}`, kind, path: `/${kind}/${key}`, title: key, summary: '', text: '', stamp: key },
  ...{ themes: [], areas: [], wholeDistrict: false, bodies: [], stage: null, needs: [], offers: [] },
  ...{ cents: null, year: null, date: null },
  ...given,
});

const documents: SearchDocument[] = [
  document('initiative', 'moestuin', {
    ...{ title: 'Moestuin aan het water', summary: 'Samen groente kweken.', themes: ['wonen'], stage: 'bezig' },
    ...{ areas: ['FE', 'FE01'], cents: 250_000, year: 2026, date: '2026-03-01' },
  }),
  document('decision', '2026-0001', {
    ...{ title: 'Geld voor de moestuin', summary: 'Toegekend.', areas: ['FC'], cents: 100_000, year: 2026 },
    ...{ date: '2026-05-01' },
  }),
  document('portfolio', 'keuken', {
    ...{ title: 'Buurtkeuken', summary: 'Wij zoeken groente.', needs: ['material'], offers: ['space'] },
    ...{ wholeDistrict: true },
  }),
  ...Array.from({ length: 30 }, (_, index) =>
    document('action', String(index + 1), { title: `Actie voor fietsen ${index + 1}`, date: '2026-01-01' }),
  ),
];

beforeAll(async () => {
  await makeDistrict(own.database);
  await openPostgresqlEngine(own.database).put(documents);
});

type Loaded = { state: SearchAddress; names: FilterNames; found: FoundView | null; isBeingFilled: boolean };

async function visit(query: string): Promise<Loaded & { status: number }> {
  const { status, data } = await new Browser(own.database, 'demo').get(page.loader, `/zoeken?${query}`);
  return { status, ...(data as Loaded) };
}

const titles = async (query: string) =>
  (await visit(query)).found?.hits.map(({ title }) => title.map(({ text }) => text).join(''));

describe('the search page', () => {
  test('leads to the page that answers a question', async () => {
    expect((await visit('q=wie+beslist+over+de+moestuin')).found?.signposts).toEqual(['decides']);
    expect((await visit('q=moestuin')).found?.signposts).toEqual([]);
  });

  test('does not say that everything was found for signs that ask for nothing', async () => {
    expect((await visit('q=🎉')).found).toMatchObject({ asked: '', total: { count: documents.length } });
    expect((await visit('q=🎉+moestuin')).found).toMatchObject({ asked: '🎉 moestuin' });
  });

  test('finds across kinds, with what was looked for marked and places by name', async () => {
    const { found } = await visit('q=moestuin');
    expect(found?.hits.map(({ kind }) => kind).sort()).toEqual(['decision', 'initiative']);
    const plan = found?.hits.find(({ kind }) => kind === 'initiative');
    expect(plan?.title.filter(({ isHit }) => isHit).map(({ text }) => text)).toEqual(['Moestuin']);
    const { name } = await own.database.area.findUniqueOrThrow({ where: { code: 'FE01' } });
    expect(plan?.areas).toEqual([name]);
  });

  test.each([
    ['q=moestuin&soort=besluit', ['Geld voor de moestuin']],
    ['q=moestuin&gebied=FE', ['Moestuin aan het water']],
    ['q=moestuin&fase=bezig', ['Moestuin aan het water']],
    ['nodig=material', ['Buurtkeuken']],
    ['biedt=space&nodig=space', []],
    ['van=2.000&tot=3000', ['Moestuin aan het water']],
    ['jaar=2026&sorteer=bedrag', ['Moestuin aan het water', 'Geld voor de moestuin']],
    ['jaar=2026', ['Geld voor de moestuin', 'Moestuin aan het water']],
  ])('%s finds %j', async (query, expected) => {
    expect(await titles(query)).toEqual(expected);
  });

  test('says at each value how many it leaves, and keeps what was chosen where nothing is left', async () => {
    const { found } = await visit('q=moestuin&soort=besluit&thema=zorg-bestaat-niet&thema=wonen');
    const counts = (options: { value: string; count: number }[] | undefined) =>
      Object.fromEntries((options ?? []).map(({ value, count }) => [value, count]));
    expect(found?.hits).toEqual([]);
    expect(counts(found?.options.kind)).toEqual({ initiatief: 1, besluit: 0 });
    expect(counts(found?.options.theme)).toEqual({ wonen: 0 });
  });

  test('pages without doubles or gaps', async () => {
    const first = await visit('q=fietsen');
    expect(first.found?.hits).toHaveLength(20);
    const second = await visit(`q=fietsen&na=${first.found?.next ?? ''}`);
    const ids = [...(first.found?.hits ?? []), ...(second.found?.hits ?? [])].map(({ id }) => id);
    expect(new Set(ids).size).toBe(30);
    expect(second.found?.next).toBe(null);
  });

  test('sorts from near to far by the code of a buurt', async () => {
    const { found, state } = await visit('bij=FE01');
    expect(state.sort).toBe('near');
    expect(found?.hits[0]?.path).toBe('/initiative/moestuin');
  });

  test.each([
    ['long', `q=${'huiswerk '.repeat(1200)}`],
    ['operators', `q=${encodeURIComponent('!!! & | <-> :* () "" \\ \' % _ -- ;')}`],
    [
      'injected',
      `q=${encodeURIComponent("'; drop table initiative; --")}&thema=${encodeURIComponent("wonen' or 1=1")}`,
    ],
    ['emoji and right to left', `q=${encodeURIComponent('🚲🚲 مرحبا \u202e abc \u0000 x')}`],
    ['half a sign', 'q=%ED%A0%80%F0%9F'],
    ['a thousand values', Array.from({ length: 1000 }, (_, index) => `gebied=FA${index}&thema=t${index}`).join('&')],
    ['a false cursor', `na=${'A'.repeat(1999)}`],
    ['money', 'van=1e309&tot=NaN'],
    ['fields twice', 'q=a&q=b&vorm=x&vorm=tabel&sorteer=__proto__&vorm=constructor'],
  ])('answers what is hostile: %s', async (_what, query) => {
    const { status, found } = await visit(query);
    expect(status).toBe(200);
    expect(found).not.toBe(null);
  });
});

test('the list of initiatives and the hint ask the same engine', async () => {
  const browser = new Browser(own.database, 'demo');
  const listed = await browser.get(list.loader, '/initiatieven?zoek=moestuin');
  expect(listed.data).toMatchObject({ list: { total: 1 } });
  const hint = await browser.get(like.loader, '/initiatieven/lijkt-op?titel=moestuin');
  expect(hint.response?.status).toBe(200);
});

const at = (hour: number) => new Date(`2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`);

test('a saved search finds what there is, with when it came and when it last changed', async () => {
  const moestuin = 'initiative-moestuin';
  const found = async (key: string) =>
    Object.fromEntries(
      (await foundNow(own.database, key)).map(({ id, foundAt, changedAt }) => [id, [foundAt, changedAt]]),
    );
  await noteFound(own.database, [{ id: moestuin, stamp: 'one' }], at(10));
  expect(await found('q=moestuin&soort=initiatief')).toEqual({ [moestuin]: [at(10), at(10)] });
  // the same again is no change; another text is, and so is coming back
  await noteFound(
    own.database,
    [
      { id: moestuin, stamp: 'one' },
      { id: 'decision-2026-0001', stamp: 'x' },
    ],
    at(11),
  );
  expect(await found('q=moestuin')).toEqual({
    [moestuin]: [at(10), at(10)],
    'decision-2026-0001': [at(11), at(11)],
  });
  await noteFound(own.database, [{ id: moestuin, stamp: 'two' }], at(12));
  expect((await found('q=moestuin'))[moestuin]).toEqual([at(10), at(12)]);
  await noteGone(own.database, [moestuin]);
  await noteFound(own.database, [{ id: moestuin, stamp: 'two' }], at(13));
  expect((await found('q=moestuin'))[moestuin]).toEqual([at(10), at(13)]);
  // a process whose clock is behind puts nothing back, and stops nobody
  await noteFound(own.database, [{ id: moestuin, stamp: 'three' }], at(9));
  expect((await found('q=moestuin'))[moestuin]).toEqual([at(10), at(13)]);
  // who mistyped waits for the word that was typed
  expect(await found('q=moestiun')).toEqual({});
  // and who looks for what nobody has, for that: not for what has to do with it
  expect(await titles('q=groentesoep')).not.toEqual([]);
  expect(await found('q=groentesoep')).toEqual({});
});

test('who follows more than is looked at hears of what is new of it, and not of what only changed', async () => {
  const engine = openPostgresqlEngine(own.database);
  const many = Array.from({ length: 301 }, (_, n) =>
    document('gathering', `zeilen-${n}`, { title: `Zeilen op de plas ${n}` }),
  );
  const stamped = (stamp: string) => many.map(({ id }) => ({ id, stamp }));
  const changes = async () =>
    (await foundNow(own.database, 'q=zeilen')).map(({ foundAt, changedAt }) => [foundAt, changedAt]);
  await engine.put(many);
  await noteFound(own.database, stamped('one'), at(10));
  await noteFound(own.database, stamped('two'), at(11));
  expect(await changes()).toEqual(Array.from({ length: 300 }, () => [at(10), at(10)]));
  await engine.remove(many.slice(300).map(({ id }) => id));
  expect(await changes()).toEqual(Array.from({ length: 300 }, () => [at(10), at(11)]));
  await engine.remove(many.map(({ id }) => id));
});

test('where no engine answers the page says so, with the form filled in', async () => {
  await own.database.$executeRaw`alter table search_state rename to search_state_away`;
  const failing = await visit('q=moestuin&thema=wonen');
  await own.database.$executeRaw`alter table search_state_away rename to search_state`;
  expect(failing.status).toBe(503);
  expect(failing.found).toBe(null);
  expect(failing.state.text).toBe('moestuin');
  expect((await visit('q=moestuin')).status).toBe(200);
});

test('while an index that was emptied is being filled the page says that, and not that there is nothing', async () => {
  await own.database.$executeRaw`insert into search_index (engine) values ('postgresql')`;
  await own.database.$executeRaw`truncate search_shelf_a, search_page_a, search_shelf_b, search_page_b`;
  await own.database.$executeRaw`
    update search_state set change_a = change_a + 1, begun_a = change_a + 1, change_b = change_b + 1, begun_b = change_b + 1`;
  expect(await visit('q=moestuin')).toMatchObject({ status: 503, found: null, isBeingFilled: true });
  await openPostgresqlEngine(own.database).put(documents);
  expect((await visit('q=moestuin')).found?.total.count).toBe(2);
});
