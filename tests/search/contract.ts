import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  facets,
  type Answer,
  type Fragment,
  type ProgrammeWords,
  type Question,
  type SearchDocument,
  type SearchEngine,
} from '#app/modules/search/port.ts';
import { crowd, district, documentOf } from './contract-documents.ts';

const words: ProgrammeWords = {
  synonyms: [
    ['KvNW', 'Kracht van Nieuw-West'],
    ['buurthuis', 'buurtkamer'],
  ],
  places: [
    { name: 'Osdorp', areas: ['FJ', 'FK'] },
    { name: 'Sam van Houtenstraat', areas: ['FB'] },
  ],
};

/** A question with what is told of it; the rest asks for nothing. */
export function questionOf(told: Partial<Question> = {}): Question {
  return {
    text: '',
    filters: {},
    money: { from: null, to: null },
    near: null,
    sort: 'relevance',
    cursor: null,
    limit: 20,
    facets: [],
    ...told,
  };
}

async function* inBatches(documents: readonly SearchDocument[], size = 50) {
  for (let at = 0; at < documents.length; at += size) yield Promise.resolve(documents.slice(at, at + size));
}

/**
 * What every engine promises, whatever does it.
 * @param open gives an engine with an index of its own, empty
 */
export function keepsTheContract(open: () => Promise<{ engine: SearchEngine; close: () => Promise<void> }>): void {
  let engine: SearchEngine;
  let close: () => Promise<void>;

  const ask = async (told: Partial<Question> | string): Promise<Answer> =>
    engine.search(questionOf(typeof told === 'string' ? { text: told } : told), words);
  const titles = async (told: Partial<Question> | string) => (await ask(told)).hits.map(({ title }) => title);
  const fill = async (documents: readonly SearchDocument[]) => engine.rebuild(inBatches(documents), words);

  beforeAll(async () => {
    ({ engine, close } = await open());
    await fill(district);
  });

  afterAll(async () => close());

  describe('finds', () => {
    test.each([
      ['the word itself', 'naailes', 'Naailes in de huiskamer'],
      ['a plural of one', 'speeltuinen', 'Speeltuin aan het plein'],
      ['the singular of a plural', 'moestuin', 'Buurtmoestuinen langs de gracht'],
      ['a typing error', 'huiswerkbegleiding', 'Huiswerkbegeleiding in de Tussenmeer'],
      ['letters that changed places', 'speeltiun', 'Speeltuin aan het plein'],
      ['half a word', 'naail', 'Naailes in de huiskamer'],
      ['a compound typed apart', 'speel tuin', 'Speeltuin aan het plein'],
      ['a part of a compound', 'huiswerk', 'Huiswerkbegeleiding in de Tussenmeer'],
      ['a synonym of two words', 'KvNW', 'Besluit over de Kracht van Nieuw-West'],
      ['a synonym of one', 'buurtkamer', 'Eethuis voor ouderen'],
      ['a name without its accents', 'zoe', 'Stichting De Brug'],
      ['a name with accents typed', 'cafe', 'Stichting De Brug'],
      ['words of the text in any order', 'eten samen donderdag', 'Eethuis voor ouderen'],
    ])('%s: %s', async (_what, text, title) => {
      expect(await titles(text)).toContain(title);
    });

    test('what has it in the title before what has it in the text', async () => {
      expect((await titles('huiskamer'))[0]).toBe('Naailes in de huiskamer');
      expect((await titles('speeltuin'))[0]).toBe('Speeltuin aan het plein');
    });

    test('a place: what is there, though the name is nowhere in it', async () => {
      const answer = await ask('Osdorp');
      expect(answer.places).toEqual(expect.arrayContaining(['FJ', 'FK']));
      expect(answer.hits.map(({ title }) => title)).toContain('Huiswerkbegeleiding in de Tussenmeer');
      expect((await titles('huiswerk osdorp'))[0]).toBe('Huiswerkbegeleiding in de Tussenmeer');
      expect(await titles('sam van houtenstraat')).toContain('Speeltuin aan het plein');
    });

    test('something when not all words are anywhere', async () => {
      expect(await titles('speeltuin onvindbaarwoord')).toContain('Speeltuin aan het plein');
    });

    test('what was meant, and says so', async () => {
      expect((await ask('naailse')).corrected).toBe('naailes');
      expect((await ask('naailes')).corrected).toBeNull();
    });

    test('what only has to do with it, and says so', async () => {
      // nobody has a tennis court, and no document a word for astronauts
      for (const text of ['pleintje voor speeltuintennis', 'groentetaart', 'huiswerk astronautenclub'])
        expect(await ask(text), text).toMatchObject({ isNear: true, corrected: null });
      for (const text of ['huiswerk', 'samen koken osdorp', 'kook', 'naailse', 'KvNW', 'ruimte voor huiswerk', ''])
        expect(await ask(text), text).toMatchObject({ isNear: false });
      expect(await ask('qqqxyzzy')).toMatchObject({ isNear: false, hits: [] });
      // within what was chosen
      expect(await ask({ text: 'huiswerk', filters: { area: ['FC'] } })).toMatchObject({ isNear: true });
      expect(await ask({ text: 'huiswerk', filters: { area: ['FJ'] } })).toMatchObject({ isNear: false });
    });

    test('everything when nothing is asked, and nothing for what is nowhere', async () => {
      const all = await ask('');
      expect(all.total).toEqual({ count: district.length, isExact: true });
      expect(all.hits).toHaveLength(district.length);
      expect(await ask('qqqxyzzy')).toMatchObject({ hits: [], total: { count: 0, isExact: true }, next: null });
    });

    test('all that is shown of it, and no more', async () => {
      const [hit] = (await ask('huiswerkbegeleiding')).hits;
      const [expected] = district;
      expect(hit).toMatchObject({
        ...{ id: expected?.id, kind: 'initiative', path: expected?.path, title: expected?.title },
        ...{ themes: ['jeugd'], areas: ['FJ', 'FJ02'], wholeDistrict: false, stage: 'loopt' },
        ...{ bodies: ['kansen-voor-de-jeugd'], needs: [], offers: [], cents: 500_000, year: 2025, date: '2025-03-01' },
      });
      const known = [
        ...['id', 'kind', 'path', 'title', 'summary', 'themes', 'areas', 'wholeDistrict', 'bodies', 'stage', 'needs'],
        ...['offers', 'cents', 'year', 'date', 'titleFragments', 'textFragments'],
      ];
      expect(Object.keys(hit ?? {}).sort()).toEqual(known.sort());
    });
  });

  describe('filters', () => {
    test('by each facet alone', async () => {
      const by = async (filters: Question['filters']) => (await titles({ filters })).length;
      expect(await by({ kind: ['decision'] })).toBe(1);
      expect(await by({ theme: ['groen'] })).toBe(2);
      expect(await by({ area: ['FJ'] })).toBe(2);
      expect(await by({ area: ['FJ02'] })).toBe(1);
      expect(await by({ body: ['wonen'] })).toBe(2);
      expect(await by({ stage: ['loopt'] })).toBe(3);
      expect(await by({ need: ['ruimte'] })).toBe(1);
      expect(await by({ offer: ['vrijwilligers'] })).toBe(1);
      expect(await by({ year: ['2024'] })).toBe(2);
    });

    test('within a facet one of the values, over facets all', async () => {
      expect(await titles({ filters: { theme: ['groen', 'werk'] } })).toHaveLength(4);
      expect(await titles({ filters: { theme: ['groen', 'werk'], year: ['2024'] } })).toHaveLength(2);
      expect(await titles({ filters: { theme: ['groen'], area: ['FJ'] } })).toEqual([]);
      expect(await titles({ filters: { theme: [] } })).toHaveLength(district.length);
    });

    test('by money, both ends included', async () => {
      const by = async (from: number | null, to: number | null) => (await titles({ money: { from, to } })).length;
      expect(await by(300_000, 500_000)).toBe(2);
      expect(await by(null, 20_000)).toBe(1);
      expect(await by(9_000_000, null)).toBe(1);
      expect(await by(null, null)).toBe(district.length);
    });

    test('together with words', async () => {
      expect(await titles({ text: 'eten', filters: { theme: ['werk'] } })).toEqual(['Naailes in de huiskamer']);
    });
  });

  describe('counts', () => {
    test('the values of a facet, the highest first', async () => {
      const { facets: counted } = await ask({ facets });
      expect(counted.kind?.[0]).toEqual({ value: 'initiative', count: 5 });
      expect(counted.year).toEqual([
        { value: '2025', count: 4 },
        { value: '2024', count: 2 },
      ]);
      expect(Object.keys(counted).sort()).toEqual([...facets].sort());
      expect((await ask({})).facets).toEqual({});
    });

    test('a facet as if its own filter were not set, and others with it', async () => {
      const { facets: counted } = await ask({ filters: { theme: ['groen'] }, facets: ['theme', 'year'] });
      expect(counted.theme).toContainEqual({ value: 'ontmoeten', count: 2 });
      expect(counted.year).toEqual([
        { value: '2024', count: 1 },
        { value: '2025', count: 1 },
      ]);
    });

    test('only what answers the words', async () => {
      const { facets: counted, total } = await ask({ text: 'eten', facets: ['theme'] });
      expect(total).toEqual({ count: 2, isExact: true });
      expect(counted.theme).toEqual([
        { value: 'ontmoeten', count: 2 },
        { value: 'werk', count: 1 },
      ]);
    });
  });

  describe('orders', () => {
    test('by date, the newest first', async () => {
      const dates = (await ask({ sort: 'newest' })).hits.map(({ date }) => date);
      const known = dates.filter((date) => date !== null);
      expect(known).toEqual([...known].sort().reverse());
      expect(dates.slice(known.length).every((date) => date === null)).toBe(true);
    });

    test('by money, the most first', async () => {
      const cents = (await ask({ sort: 'money' })).hits.map((hit) => hit.cents ?? -1);
      expect(cents).toEqual([...cents].sort((one, other) => other - one));
    });

    test('by how near it is', async () => {
      const near = ['FL02', 'FL01', 'FP01', 'FB03'];
      const found = await titles({ sort: 'near', near });
      expect(found[0]).toBe('Wij zoeken een keuken');
      // within a ring it does not matter which is nearer
      expect(found.slice(1, 3).sort()).toEqual(['Buurtmoestuinen langs de gracht', 'Eethuis voor ouderen']);
      expect(found[3]).toBe('Speeltuin aan het plein');
    });
  });

  describe('marks', () => {
    const marked = (fragments: readonly Fragment[] = []) =>
      fragments.filter(({ isHit }) => isHit).map(({ text }) => text);

    test('what was looked for, also in another form, and leaves the text as it was', async () => {
      const [hit] = (await ask('speeltuinen')).hits;
      expect(marked(hit?.titleFragments)).toEqual(['Speeltuin']);
      expect(hit?.titleFragments.map(({ text }) => text).join('')).toBe('Speeltuin aan het plein');
    });

    test('a piece of the text where that tells more than the summary', async () => {
      const [hit] = (await ask('buurvrouwen')).hits;
      expect(marked(hit?.textFragments)).toEqual(['buurvrouwen']);
    });

    test('nothing that a text says of itself', async () => {
      const tricky = documentOf({
        title: 'Lezing <em>over</em> <mark>tekens</mark>',
        summary: '<b onclick="x()">vet</b> {{hit}} \u0002lezing\u0003 &lt;em&gt;',
      });
      await engine.put([tricky]);
      const [hit] = (await ask('lezing')).hits;
      expect(hit?.titleFragments.map(({ text }) => text).join('')).toBe(tricky.title);
      expect(marked(hit?.titleFragments)).toEqual(['Lezing']);
      await engine.remove([tricky.id]);
    });
  });

  describe('keeps up', () => {
    test('what is put can be found when put is done, is replaced, and is gone when removed', async () => {
      const document = documentOf({ title: 'Duivenhok in het Sloterpark', themes: ['groen'] });
      await engine.put([document]);
      expect(await titles('duivenhok')).toEqual([document.title]);
      const renamed = { ...documentOf({ title: 'Vlaggenmast in het Sloterpark' }), id: document.id };
      await engine.put([renamed]);
      expect(await titles('duivenhok')).not.toContain(document.title);
      expect(await titles('vlaggenmast')).toEqual([renamed.title]);
      await engine.remove([document.id, 'initiative-nooit-geweest']);
      expect(await titles('vlaggenmast')).toEqual([]);
    });

    test('a word that was taken out is suggested no more, and again when it is back', async () => {
      const document = documentOf({ title: 'Moestuin van Jansonius' });
      const without = { ...documentOf({ title: 'Moestuin van iemand' }), id: document.id };
      for (const [put, corrected] of [
        [document, 'jansonius'],
        [without, null],
        [document, 'jansonius'],
      ] as const) {
        await engine.put([put]);
        expect((await ask('jansonnius ')).corrected).toBe(corrected);
      }
      await engine.remove([document.id]);
      expect((await ask('jansonnius ')).corrected).toBeNull();
    });

    test('nothing put and nothing removed is nothing done', async () => {
      await engine.put([]);
      await engine.remove([]);
      expect((await ask('')).total.count).toBe(district.length);
    });

    test('tells what it holds, in order of id', async () => {
      const held: { id: string; stamp: string }[] = [];
      for await (const stamps of engine.stamps()) held.push(...stamps);
      const expected = district
        .map(({ id, stamp }) => ({ id, stamp }))
        .sort((one, other) => (one.id < other.id ? -1 : 1));
      expect(held).toEqual(expected);
    });

    test('a fresh index takes the place of the old one, which answers until then', async () => {
      const seen: number[] = [];
      const late = documentOf({ title: 'Zonnepanelen op het dak' });
      const early = documentOf({ title: 'Regentonnen in de tuinen' });
      await engine.put([early]);
      const fresh = [...district.slice(1), early, documentOf({ title: 'Lampionnenoptocht' })];
      async function* batches() {
        seen.push((await ask('')).total.count);
        yield fresh.slice(0, 4);
        await engine.put([late]);
        await engine.remove([early.id]);
        seen.push((await ask('lampionnenoptocht')).hits.length);
        yield fresh.slice(4).filter(({ id }) => id !== early.id);
      }
      await engine.rebuild(batches(), words);
      expect(seen).toEqual([district.length + 1, 0]);
      expect(await titles('lampionnenoptocht')).toEqual(['Lampionnenoptocht']);
      expect(await titles('zonnepanelen')).toEqual([late.title]);
      expect(await titles('regentonnen')).toEqual([]);
      expect(await titles('huiswerkbegeleiding')).not.toContain('Huiswerkbegeleiding in de Tussenmeer');
      await fill(district);
      expect((await ask('')).total.count).toBe(district.length);
    });

    test('no search fails while it is filled anew', async () => {
      let isDone = false;
      const failed: unknown[] = [];
      const visitor = async () => {
        while (!isDone)
          await ask('huiswerk').then(
            ({ hits }) => hits.some(({ title }) => title.startsWith('Huiswerk')) || failed.push(hits.length),
            (error: unknown) => failed.push(error),
          );
      };
      const visitors = [visitor(), visitor(), visitor()];
      await fill(district);
      await fill(district);
      isDone = true;
      await Promise.all(visitors);
      expect(failed).toEqual([]);
    });
  });

  describe('is similar', () => {
    test('to a text, of the kinds that are asked, without what is being read', async () => {
      const text = 'Samen koken en eten met ouderen in het buurthuis';
      const [first] = await engine.similar(text, { kinds: ['initiative'], most: 3 });
      expect(first?.title).toBe('Eethuis voor ouderen');
      const others = await engine.similar(text, { kinds: ['initiative'], most: 3, exceptId: first?.id ?? '' });
      expect(others.map(({ id }) => id)).not.toContain(first?.id);
      expect(await engine.similar(text, { kinds: ['decision'], most: 3 })).toEqual([]);
      expect(await engine.similar('', { kinds: ['initiative'], most: 3 })).toEqual([]);
    });
  });

  describe('is similar when the same is written apart or as one word', () => {
    test.each([
      ['Begeleiding voor huiswerk bij de vrijwilligers', 'Huiswerkbegeleiding in de Tussenmeer'],
      ['Een moestuin met de straat', 'Buurtmoestuinen langs de gracht'],
    ])('%s: %s', async (text, title) => {
      const [first] = await engine.similar(text, { kinds: ['initiative'], most: 3 });
      expect(first?.title).toBe(title);
    });
  });

  describe('stands', () => {
    const long = 'huiswerk '.repeat(1200);
    test.each([
      ['10 kB of text', long],
      ['one word of 10 kB', 'a'.repeat(10_000)],
      ['operators', '+huiswerk -begeleiding "in de" (OR) AND NOT *:* ~2 ^3'],
      ['emoji', '👩‍👩‍👧‍👦 huiswerk 🏳️‍🌈'],
      ['right to left', 'واجبات منزلية \u202ehuiswerk'],
      ['an injection of SQL', `huiswerk'; drop table search_document; --`],
      ['an injection in a filter', 'huiswerk" OR kind EXISTS OR "a" = "a'],
      ['a tsquery', "huiswerk & ! ( | <-> :* '\\"],
      ['signs only', '%%% ___ \\\\ \'\'\' """ ;;'],
      ['no character', 'huis\0werk\uffff\ud800'],
      ['marks that pile up', `h${'\u0301'.repeat(500)}uiswerk`],
    ])('%s', async (_what, text) => {
      const answer = await ask({ text, facets });
      expect(answer.hits.length).toBeLessThanOrEqual(20);
    });

    test.each([
      ['quotes', `" OR kind EXISTS OR kind = "`],
      ['a backslash at the end', 'groen\\'],
      ['a quote behind a backslash', 'groen\\" OR id EXISTS OR id = \\"'],
      ['brackets', `groen"] OR themes IN ["jeugd`],
      ['SQL', `groen') or ('1'='1`],
      ['no character', 'groen\0'],
      ['nothing', ''],
      ['a reserved word', 'EXISTS'],
    ])('%s as a value of a filter: it is a value that nothing has', async (_what, value) => {
      for (const facet of facets) expect(await titles({ filters: { [facet]: [value] } })).toEqual([]);
    });

    test('1,000 values of a facet', async () => {
      const values = Array.from({ length: 1000 }, (_, at) => `thema-${String(at)}`);
      const answer = await ask({ filters: { theme: [...values, 'groen'].slice(-1000) }, facets });
      expect(answer.hits.map(({ title }) => title).sort()).toEqual([
        'Buurtmoestuinen langs de gracht',
        'Speeltuin aan het plein',
      ]);
    });

    test.each(['', 'onzin', '!!!', '-1', '9'.repeat(500), 'eyJhIjoxfQ', '\0', '../..'])(
      'a cursor that is none (%s) begins at the first page',
      async (cursor) => {
        expect((await ask({ cursor, sort: 'newest', limit: 3 })).hits).toEqual(
          (await ask({ sort: 'newest', limit: 3 })).hits,
        );
      },
    );
  });

  describe('pages', () => {
    const many = crowd(130);
    beforeAll(async () => engine.put(many));

    test.each([
      ['relevance', 'wandelgroep'],
      ['relevance', ''],
      ['newest', 'wandelgroep'],
      ['newest', ''],
      ['money', 'wandelgroep'],
      ['near', 'wandelgroep'],
    ] as const)('without doubles or gaps: %s of "%s"', async (sort, text) => {
      const told = { text, sort, near: sort === 'near' ? ['FQ02', 'FQ01'] : null, filters: { area: ['FQ'] } };
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const answer: Answer = await ask({ ...told, limit: 17, cursor });
        expect(answer.total).toEqual({ count: many.length, isExact: true });
        seen.push(...answer.hits.map(({ id }) => id));
        cursor = answer.next;
      } while (cursor !== null && seen.length < 500);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.sort()).toEqual(many.map(({ id }) => id).sort());
    });

    test('a page holds no more than was asked, and the next begins behind it', async () => {
      const first = await ask({ text: 'wandelgroep', limit: 100 });
      expect(first.hits).toHaveLength(100);
      const second = await ask({ text: 'wandelgroep', limit: 100, cursor: first.next });
      expect(second.hits).toHaveLength(30);
      expect(second.next).toBeNull();
    });
  });
}
