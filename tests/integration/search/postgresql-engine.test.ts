import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ProgrammeWords, Question, SearchDocument } from '#app/modules/search/port.ts';
import { openPostgresqlEngine } from '#app/modules/search/postgresql/engine.server.ts';
import { RebuildOvertaken } from '#app/modules/search/postgresql/rebuild.store.server.ts';
import { SearchBeingFilled } from '#app/modules/search/being-filled.ts';
import { holdIndex, isUpTo, stateColumns, type IndexState } from '#app/modules/search/postgresql/held-index.server.ts';
import { SearchTooSlow } from '#app/modules/search/too-slow.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { document, question } from './documents.ts';

const t = useTestDatabase();
const words: ProgrammeWords = {
  synonyms: [['KvNW', 'Kracht van Nieuw-West']],
  places: [{ name: 'Tussen Meer', areas: ['FJ'] }],
};

async function* batches(...all: readonly SearchDocument[][]) {
  yield* all;
  return Promise.resolve();
}

const engine = () => openPostgresqlEngine(t.database);

beforeEach(async () => {
  await engine().rebuild(batches([]), words);
});

async function found(asked: Partial<Question>): Promise<string[]> {
  const { hits } = await engine().search(question(asked), words);
  return hits.map(({ id }) => id);
}

describe('what is put', () => {
  test('is found at once, replaced by what is put later, and gone when it is removed', async () => {
    const one = engine();
    await one.put([document('initiative-1', { title: 'Moestuin' })]);
    expect(await found({ text: 'moestuin' })).toEqual(['initiative-1']);
    await one.put([document('initiative-1', { title: 'Taalcafé' })]);
    expect(await found({ text: 'moestuin' })).toEqual([]);
    expect(await found({ text: 'taalcafe' })).toEqual(['initiative-1']);
    await one.remove(['initiative-1', 'initiative-none']);
    expect(await found({ text: 'taalcafe' })).toEqual([]);
    const { total, facets } = await one.search(question({ facets: ['kind'] }), words);
    expect(total).toEqual({ count: 0, isExact: true });
    expect(facets.kind).toEqual([]);
  });

  test('is understood by an engine that was asked before, in another process', async () => {
    const reader = engine();
    expect((await reader.search(question({ text: 'tuin' }), words)).hits).toEqual([]);
    await engine().put([document('initiative-1', { title: 'Speeltuinen' })]);
    expect((await reader.search(question({ text: 'tuin' }), words)).hits.map(({ id }) => id)).toEqual(['initiative-1']);
  });

  test('is found by a word that nothing had for a while, also by who began to know words in that while', async () => {
    const removed = document('initiative-1', { title: 'Zonnedak' });
    await engine().put([document('initiative-2', { title: 'Moestuin' }), removed]);
    await engine().remove(['initiative-1']);
    const reader = engine();
    expect((await reader.search(question({ text: 'zonnedak' }), words)).hits).toEqual([]);
    await engine().put([removed]);
    const { hits } = await reader.search(question({ text: 'zonnedak moestuin' }), words);
    expect(hits.map(({ id }) => id)).toContain('initiative-1');
    expect((await reader.search(question({ text: 'zonnedka' }), words)).corrected).toBe('zonnedak');
  });

  test('a word that was taken out is suggested to nobody any more, also by who knew it', async () => {
    await engine().put([document('initiative-1', { title: 'Moestuin van Jansonius' })]);
    const reader = engine();
    expect((await reader.search(question({ text: 'jansonnius ' }), words)).corrected).toBe('jansonius');
    await engine().put([document('initiative-1', { title: 'Moestuin van de buurt' })]);
    const answer = await reader.search(question({ text: 'jansonnius ' }), words);
    expect(answer.corrected).toBeNull();
    expect(answer.hits).toEqual([]);
    // a suggestion that somebody took out stands in the way of no other
    await engine().put([document('initiative-2', { title: 'Jansoniusstraat Jansoniussen' })]);
    expect((await reader.search(question({ text: 'jansoniusse ' }), words)).corrected).not.toBe('jansonius');
    // put in again, it is suggested again
    await engine().put([document('initiative-1', { title: 'Moestuin van Jansonius' })]);
    expect((await reader.search(question({ text: 'jansonnius ' }), words)).corrected).toBe('jansonius');
  });

  test('comes back as it was put, with what was looked for marked', async () => {
    const put = document('initiative-1', {
      title: 'Huiswerkbegeleiding <b>Osdorp</b>',
      summary: 'Wij helpen.',
      text: 'Elke dag helpen wij met huiswerk.',
      themes: ['jeugd'],
      areas: ['FJ01', 'FJ'],
      cents: 120_050,
      year: 2025,
      date: '2025-03-01',
    });
    await engine().put([put]);
    const { hits } = await engine().search(question({ text: 'huiswerk' }), words);
    const { text: _text, stamp: _stamp, ...shown } = put;
    expect(hits[0]).toMatchObject(shown);
    expect(hits[0]).not.toHaveProperty('text');
    expect(hits[0]?.titleFragments).toEqual([
      { text: 'Huiswerkbegeleiding', isHit: true },
      { text: ' <b>Osdorp</b>', isHit: false },
    ]);
    expect(hits[0]?.textFragments.filter(({ isHit }) => isHit)).toEqual([{ text: 'huiswerk', isHit: true }]);
  });
});

describe('what is asked', () => {
  test.each([
    ['a compound typed apart', 'huiswerk begeleiding', 'Huiswerkbegeleiding'],
    ['a compound typed together', 'huiswerkbegeleiding', 'Begeleiding bij huiswerk'],
    ['a part of a compound', 'tuin', 'Speeltuin'],
    ['a plural', 'scholen', 'School'],
    ['a typing error', 'huisweerk', 'Huiswerk'],
    ['half a word', 'huisw', 'Huiswerk'],
    ['an abbreviation', 'KvNW', 'Kracht van Nieuw-West'],
    ['what an abbreviation stands for', 'kracht van nieuw-west', 'KvNW'],
    ['accents left out', 'creche belgieplein', 'Crèche Belgiëplein'],
    ['a sentence', 'Waar kan ik huiswerk maken?', 'Huiswerk'],
  ])('%s', async (_name, text, title) => {
    await engine().put([
      document('initiative-1', { title }),
      document('initiative-2', { title: 'Iets heel anders over muziek' }),
      document('initiative-3', { title: 'Huiswerk', text: 'begeleiding' }),
      document('initiative-4', { title: 'Speelgoed' }),
    ]);
    expect(await found({ text })).toContain('initiative-1');
    expect(await found({ text })).not.toContain('initiative-2');
  });

  test('the name of a place finds what is there, also when its text does not say so', async () => {
    await engine().put([
      document('initiative-1', { title: 'Koken', areas: ['FJ01', 'FJ'] }),
      document('initiative-2', { title: 'Koken', areas: ['FA01', 'FA'] }),
    ]);
    const answer = await engine().search(question({ text: 'koken tussen meer' }), words);
    expect(answer.places).toEqual(['FJ']);
    expect(answer.hits[0]?.id).toBe('initiative-1');
  });

  test('a mistake is told with what was looked for instead', async () => {
    await engine().put([document('initiative-1', { title: 'Speeltuin' })]);
    expect((await engine().search(question({ text: 'speltuim' }), words)).corrected).toBe('speeltuin');
    expect((await engine().search(question({ text: 'speeltuin' }), words)).corrected).toBeNull();
  });
});

describe('filters, counts and order', () => {
  const some = Array.from({ length: 45 }, (_, place) =>
    document(`initiative-${String(place).padStart(2, '0')}`, {
      title: 'Buurttuin',
      themes: place % 3 === 0 ? ['groen'] : ['jeugd'],
      areas: place % 2 === 0 ? ['FA01', 'FA'] : ['FJ02', 'FJ'],
      cents: place === 44 ? null : place * 100,
      date: place === 44 ? null : `2025-01-${String((place % 28) + 1).padStart(2, '0')}`,
    }),
  );

  test('a facet counts as if its own filter were not set', async () => {
    await engine().put(some);
    const answer = await engine().search(
      question({ text: 'buurttuin', filters: { theme: ['groen'] }, facets: ['theme', 'area'] }),
      words,
    );
    expect(answer.total).toEqual({ count: 15, isExact: true });
    expect(answer.facets.theme).toEqual([
      { value: 'jeugd', count: 30 },
      { value: 'groen', count: 15 },
    ]);
    expect(answer.facets.area?.find(({ value }) => value === 'FA')?.count).toBe(8);
  });

  test('several values of a facet are either, several facets are both, and a wijk finds its buurten', async () => {
    await engine().put(some);
    const count = async (filters: Question['filters']) =>
      (await engine().search(question({ filters }), words)).total.count;
    expect(await count({ theme: ['groen', 'jeugd'] })).toBe(45);
    expect(await count({ theme: ['groen'], area: ['FA'] })).toBe(8);
    expect(await count({ area: ['FA01'] })).toBe(23);
    expect(await count({ area: ['nowhere'] })).toBe(0);
  });

  test('money is between two amounts, both included', async () => {
    await engine().put(some);
    const { hits } = await engine().search(question({ money: { from: 1000, to: 1200 }, sort: 'money' }), words);
    expect(hits.map(({ cents }) => cents)).toEqual([1200, 1100, 1000]);
  });

  test.each(['relevance', 'newest', 'money', 'near'] as const)(
    'pages by %s give each once, in one order',
    async (sort) => {
      await engine().put(some);
      const near = sort === 'near' ? ['FJ02', 'FA01'] : null;
      for (const text of ['buurttuin', '']) {
        const all = await found({ text, sort, near, limit: 100 });
        expect(new Set(all).size).toBe(45);
        const paged: string[] = [];
        let cursor: string | null = null;
        do {
          const answer = await engine().search(question({ text, sort, near, limit: 7, cursor }), words);
          paged.push(...answer.hits.map(({ id }) => id));
          cursor = answer.next;
        } while (cursor !== null);
        expect(paged).toEqual(all);
        if (sort === 'near') expect(all.slice(0, 22).every((id) => Number(id.slice(-2)) % 2 === 1)).toBe(true);
      }
    },
  );

  test('a cursor that cannot be read begins at the beginning', async () => {
    await engine().put(some);
    for (const cursor of ['', 'nonsense', 'eyJhIjoxfQ', Buffer.from('[0,1,"a\\u0000"]').toString('base64url')])
      expect((await found({ text: 'buurttuin', cursor })).length).toBe(20);
  });

  test('many are counted, each of them', async () => {
    const many = Array.from({ length: 1200 }, (_, place) =>
      document(`initiative-${place}`, {
        title: 'Buurttuin',
        themes: place % 3 === 0 ? ['groen'] : ['jeugd'],
        date: `20${10 + (place % 15)}-01-01`,
      }),
    );
    await engine().rebuild(batches(many), words);
    const answer = await engine().search(
      question({ text: 'buurttuin', sort: 'newest', filters: { theme: ['groen'] }, facets: ['theme'] }),
      words,
    );
    expect(answer.total).toEqual({ count: 400, isExact: true });
    expect(answer.facets.theme).toEqual([
      { value: 'jeugd', count: 800 },
      { value: 'groen', count: 400 },
    ]);
    expect(answer.hits.every(({ date }) => date === '2022-01-01' || date === '2024-01-01')).toBe(true);
  });
});

describe('filling anew', () => {
  test('the old index answers until then; what is put and removed meanwhile is in the new one as it is now', async () => {
    const one = engine();
    await one.put([document('initiative-old', { title: 'Muziek' })]);
    async function* reading() {
      yield [document('initiative-1', { title: 'Muziek vroeger' }), document('initiative-2', { title: 'Muziek' })];
      expect(await found({ text: 'muziek' })).toEqual(['initiative-old']);
      await one.put([
        document('initiative-3', { title: 'Muziek nieuw' }),
        document('initiative-1', { title: 'Theater' }),
      ]);
      await one.remove(['initiative-2', 'initiative-4']);
      // read before it was changed or removed
      yield [document('initiative-3', { title: 'Muziek vroeger' }), document('initiative-4', { title: 'Muziek' })];
    }
    await one.rebuild(reading(), words);
    expect(await found({ text: 'muziek' })).toEqual(['initiative-3']);
    expect(await found({ text: 'nieuw' })).toEqual(['initiative-3']);
    expect(await found({ text: 'theater' })).toEqual(['initiative-1']);
    const stamps = [];
    for await (const batch of one.stamps()) stamps.push(...batch.map(({ id }) => id));
    expect(stamps).toEqual(['initiative-1', 'initiative-3']);
  });

  test('what a process held before two fillings that it did not see is gone for it too', async () => {
    const two = [document('initiative-1', { title: 'Moestuin van Jansonius' }), document('initiative-2')];
    await engine().rebuild(batches(two), words);
    const reader = engine();
    expect((await reader.search(question({ text: 'jansonnius ' }), words)).corrected).toBe('jansonius');
    await engine().remove(['initiative-1']);
    for (let times = 0; times < 2; times += 1) await engine().rebuild(batches(two.slice(1)), words);
    expect(await reader.search(question({ text: 'jansonnius ' }), words)).toMatchObject({ hits: [], corrected: null });
    const { total, facets } = await reader.search(question({ facets: ['kind'] }), words);
    expect(total.count).toBe(1);
    expect(facets.kind).toEqual([{ value: 'initiative', count: 1 }]);
  });

  test('what was put is found by the next question, whoever is reading the index at that moment', async () => {
    const reader = engine();
    for (let round = 0; round < 20; round += 1) {
      const others = [1, 2, 3].map(async () => reader.search(question({ text: 'tuin' }), words));
      await engine().put([document(`initiative-${round}`, { title: `Tuin nummer${round}x` })]);
      const { hits } = await reader.search(question({ text: `nummer${round}x` }), words);
      expect(hits.map(({ id }) => id)).toContain(`initiative-${round}`);
      await Promise.all(others);
    }
  });

  test('whoever held the old index answers from it while the new one is read, with what is shown now', async () => {
    const [moestuin, gone] = [
      document('initiative-1', { title: 'Moestuin' }),
      document('initiative-2', { title: 'Moestuin weg' }),
    ];
    await engine().rebuild(batches([moestuin, gone]), words);
    const reader = openPostgresqlEngine(t.database, { mostWait: 0 });
    const ask = async () => (await reader.search(question({ text: 'moestuin' }), words)).hits.map(({ title }) => title);
    expect((await ask()).sort()).toEqual(['Moestuin', 'Moestuin weg']);
    const many = Array.from({ length: 6000 }, (_, place) => document(`initiative-x${place}`, { title: 'Wandelen' }));
    await engine().rebuild(
      batches(many, [{ ...moestuin, title: 'Moestuin nu' }, document('initiative-3', { title: 'Moestuin erbij' })]),
      words,
    );
    // nothing of what went, and never nothing
    expect(await ask()).toEqual(['Moestuin nu']);
    await vi.waitFor(async () => expect((await ask()).sort()).toEqual(['Moestuin erbij', 'Moestuin nu']), 10_000);
  });

  test('who reads it piece by piece reads all of it, whatever its changes are numbered', async () => {
    // more changes than ten, so that numbers get a digit more halfway
    for (let time = 0; time < 15; time += 1)
      await engine().put([document(`initiative-${time}`, { title: 'Moestuin' })]);
    const reader = openPostgresqlEngine(t.database, { together: 2 });
    expect((await reader.search(question({ text: 'moestuin' }), words)).total.count).toBe(15);
    for (let time = 0; time < 105; time += 1)
      await engine().put([document(`initiative-more-${time}`, { title: 'Moestuin' })]);
    expect((await reader.search(question({ text: 'moestuin' }), words)).total.count).toBe(120);
  });

  test('dead numbers go while questions are answered, and nothing that changed meanwhile is lost', async () => {
    await engine().rebuild(batches([document('initiative-1', { title: 'Eerste' })]), words);
    const held = holdIndex(t.database, { mostDead: 10 });
    const before = await held.current();
    const asked = async () => {
      const [state] = await t.database.$queryRawUnsafe<IndexState[]>(`select ${stateColumns} from search_state s`);
      if (state === undefined) throw new Error('no state');
      return { state, known: await held.renewed(state) };
    };
    for (let time = 0; time < 12; time += 1) {
      await engine().put([document('initiative-1', { title: `Keer${time}` })]);
      const { state, known } = await asked();
      // who asks is answered from what was held, kept up, and waits for no reading of everything
      expect(known).toBe(before);
      expect(isUpTo(before, state)).toBe(true);
    }
    expect(before.index.given).toBe(13);
    await vi.waitFor(async () => {
      expect((await held.current()).index.given).toBe(1);
    });
    await engine().put([document('initiative-1', { title: 'Zonnedak' })]);
    expect((await asked()).known?.index.withStem('zonnedak').length).toBe(1);
  });

  test('of an index that was emptied nobody says that there is nothing: not before it is filled', async () => {
    await t.database
      .$executeRaw`insert into search_index (engine) values ('postgresql') on conflict (engine) do update set filled_at = null`;
    const [one, other] = [engine(), engine()];
    for (const each of [one, other])
      await expect(each.search(question({ text: 'moestuin' }), words)).rejects.toThrow(SearchBeingFilled);
    await one.rebuild(batches([document('initiative-1', { title: 'Moestuin' })]), words);
    expect((await other.search(question({ text: 'moestuin' }), words)).hits).toHaveLength(1);
    // a hint is no answer
    expect(await other.similar('iets anders', { kinds: [], most: 1 })).toEqual([]);
    await t.database.$executeRaw`delete from search_index`;
  });

  test('one that fails leaves the old index; one that began later takes over', async () => {
    const one = engine();
    await one.put([document('initiative-1', { title: 'Muziek' })]);
    async function* failing() {
      yield [document('initiative-2', { title: 'Muziek' })];
      await Promise.reject(new Error('no more to read'));
    }
    await expect(one.rebuild(failing(), words)).rejects.toThrow('no more to read');
    expect(await found({ text: 'muziek' })).toEqual(['initiative-1']);

    async function* overtaken() {
      yield [document('initiative-3', { title: 'Muziek' })];
      await one.rebuild(batches([document('initiative-4', { title: 'Muziek' })]), words);
      yield [document('initiative-5', { title: 'Muziek' })];
    }
    await expect(one.rebuild(overtaken(), words)).rejects.toThrow(RebuildOvertaken);
    expect(await found({ text: 'muziek' })).toEqual(['initiative-4']);
  });

  test('nothing is kept of what is not shown any more', async () => {
    await engine().put([document('initiative-1', { title: 'Geheimzinnig' })]);
    await engine().rebuild(batches([document('initiative-2', { title: 'Gewoon' })]), words);
    const kept = await t.database.$queryRaw<{ found: bigint }[]>`
      select (select count(*) from search_page_a where document::text like '%Geheimzinnig%')
        + (select count(*) from search_page_b where document::text like '%Geheimzinnig%')
        + (select count(*) from search_shelf_a where concat(words, title) like '%geheimzin%')
        + (select count(*) from search_shelf_b where concat(words, title) like '%geheimzin%') as found`;
    expect(Number(kept[0]?.found)).toBe(0);
  });
});

test('what takes too long is broken off, and says so', async () => {
  await engine().put([document('initiative-1', { title: 'Tuin' })]);
  expect(await found({ text: 'tuin' })).toEqual(['initiative-1']);
  await t.database.$transaction(
    async (tx) => {
      // whoever changes the tables keeps every reader waiting
      await tx.$executeRaw`lock table search_shelf_a, search_shelf_b in access exclusive mode`;
      await expect(found({ text: 'tuin' })).rejects.toThrow(SearchTooSlow);
      await expect(engine().similar('tuin', { kinds: [], most: 5 })).rejects.toThrow(SearchTooSlow);
    },
    { timeout: 20_000 },
  );
  expect(await found({ text: 'tuin' })).toEqual(['initiative-1']);
});

test('what resembles a text comes first, without itself and of the kinds that were asked', async () => {
  await engine().put([
    document('initiative-1', {
      title: 'Huiswerkklas voor brugklassers',
      text: 'Studenten helpen scholieren met wiskunde.',
    }),
    document('initiative-2', { title: 'Moestuin op het dak', text: 'Tomaten en bonen.' }),
    document('decision-3', {
      kind: 'decision',
      title: 'Huiswerkklas voor brugklassers',
      text: 'Studenten helpen scholieren.',
    }),
    ...Array.from({ length: 20 }, (_, place) => document(`initiative-x${place}`, { title: `Feest ${place}` })),
  ]);
  const text = 'Studenten geven huiswerkklas aan scholieren en brugklassers';
  const hits = await engine().similar(text, { kinds: ['initiative'], most: 5 });
  expect(hits.map(({ id }) => id)).toEqual(['initiative-1']);
  expect(await engine().similar(text, { kinds: ['initiative'], most: 5, exceptId: 'initiative-1' })).toEqual([]);
  expect(await engine().similar('', { kinds: ['initiative'], most: 5 })).toEqual([]);
});

describe('whoever means harm', () => {
  const tricks = [
    'a'.repeat(10_000),
    'woord '.repeat(2000),
    `tuin'; drop table search_state; --`,
    "') or 1=1 --",
    '& | ! <-> :* () \\',
    "=title 'a/b' area/FA slice/0",
    '\u0000tuin\u0000',
    '\ud800 half',
    '😀🏳️‍🌈👩‍👩‍👧',
    'ممنوع حديقة',
    '\u202Eniut',
    '%_%_%_%',
    'ab '.repeat(60),
    '1'.repeat(200),
    '${process.exit()}',
  ];

  test.each(tricks.map((text) => [text.slice(0, 30), text]))('%s', async (_name, text) => {
    await engine().put([document('initiative-1', { title: 'Tuin', text })]);
    const answer = await engine().search(
      question({
        text,
        filters: { theme: [text], body: Array.from({ length: 1000 }, (_, place) => `${text.slice(0, 50)}${place}`) },
        near: [text],
        cursor: text,
        facets: ['theme', 'body', 'year'],
      }),
      words,
    );
    expect(answer.hits).toEqual([]);
    expect(
      (await engine().search(question({ text, sort: 'near', near: [text] }), words)).total.count,
    ).toBeLessThanOrEqual(1);
    await engine().similar(text, { kinds: ['initiative'], most: 5, exceptId: text });
    expect(await found({ text: 'tuin' })).toContain('initiative-1');
  });
});
