import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { isSignedIn, type SignedIn } from '#app/modules/people/actor.ts';
import { actorOfPerson } from '#app/modules/people/queries/actor.query.server.ts';
import {
  importPlaces,
  removePlace,
  removeSynonym,
  savePlace,
  saveSynonym,
} from '#app/modules/search/commands/change-words.server.ts';
import { loadSearchWords } from '#app/modules/search/commands/load-search-words.server.ts';
import { readPlacesFile } from '#app/modules/search/places-file.server.ts';
import { programmeWords } from '#app/modules/search/queries/programme-words.query.server.ts';
import { searchWords } from '#app/modules/search/queries/search-words.query.server.ts';
import type { Context } from '#app/platform/database.server.ts';
import { makeBody, makeMembership, makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';

const own = useTestDatabase();
let editor: Context<SignedIn>;
let reader: Context<SignedIn>;

async function holder(role: string, bodyId: string): Promise<Context<SignedIn>> {
  const personId = await makePerson(own.database, { name: `De ${role}` });
  await makeMembership(own.database, { personId, bodyId, role });
  const actor = await actorOfPerson(own.database, personId, { now: testNow, demo: false, secondFactor: true });
  if (!isSignedIn(actor)) throw new Error('nobody is signed in');
  return { actor, now: testNow, database: own.database };
}

beforeAll(async () => {
  const officeId = await makeBody(own.database, { slug: 'programmabureau', kind: 'programme' });
  editor = await holder('editor', officeId);
  reader = await holder('controlegroep', officeId);
  await own.database.area.createMany({
    data: [
      { code: 'FJ', name: 'Osdorp-Midden', level: 'wijk' },
      { code: 'FJ01', name: 'Osdorp', level: 'buurt', parentCode: 'FJ' },
    ],
  });
});

const words = async () => programmeWords(own.database);
const changes = async () =>
  (await searchWords(own.database, '')).changes.map(({ before, after, count, by }) => ({ before, after, count, by }));

beforeEach(async () => {
  await own.database.searchPlace.deleteMany();
  await own.database.searchSynonym.deleteMany();
  await own.database.$transaction(async (tx) => {
    await tx.$executeRaw`set local session_replication_role = replica`;
    await tx.searchWordChange.deleteMany();
  });
});

describe('words of search', () => {
  test('are kept by an editor, work at once, and who changed what stays', async () => {
    expect(await saveSynonym({ words: ['KvNW', 'Kracht van Nieuw-West'] }, editor)).toMatchObject({ ok: true });
    expect((await words()).synonyms).toEqual([['KvNW', 'Kracht van Nieuw-West']]);
    const { id } = await own.database.searchSynonym.findFirstOrThrow();
    await saveSynonym({ id, words: ['KvNW', 'Kracht'] }, editor);
    await saveSynonym({ id, words: ['KvNW', 'Kracht'] }, editor);
    await removeSynonym({ id }, editor);
    expect((await words()).synonyms).toEqual([]);
    const by = 'De editor';
    expect(await changes()).toHaveLength(3);
    expect(await changes()).toEqual(
      expect.arrayContaining([
        { before: '', after: 'KvNW, Kracht van Nieuw-West', count: 1, by },
        { before: 'KvNW, Kracht van Nieuw-West', after: 'KvNW, Kracht', count: 1, by },
        { before: 'KvNW, Kracht', after: '', count: 1, by },
      ]),
    );
    expect(await removeSynonym({ id }, editor)).toMatchObject({ ok: false, reason: 'line-unknown' });
  });

  test('are not changed by who reads along', async () => {
    expect(await saveSynonym({ words: ['een', 'twee'] }, reader)).toMatchObject({ ok: false, reason: 'role-needed' });
    expect(await own.database.searchSynonym.count()).toBe(0);
  });

  test('a place has areas that there are, and stands there once, however it is spelled', async () => {
    expect(await savePlace({ name: 'Tussen Meer', areas: ['ZZ'] }, editor)).toMatchObject({
      ok: false,
      reason: 'area-unknown',
      detail: { code: 'ZZ' },
    });
    expect(await savePlace({ name: 'Tussen Meer', areas: ['FJ01', 'FJ'] }, editor)).toMatchObject({ ok: true });
    expect(await savePlace({ name: 'TUSSEN MÉER', areas: ['FJ'] }, editor)).toMatchObject({ reason: 'place-known' });
    expect((await words()).places).toEqual([{ name: 'Tussen Meer', areas: ['FJ', 'FJ01'] }]);
    const { id } = await own.database.searchPlace.findFirstOrThrow();
    await savePlace({ id, name: 'Meer en Vaart', areas: ['FJ'] }, editor);
    expect((await words()).places).toEqual([{ name: 'Meer en Vaart', areas: ['FJ'] }]);
    await removePlace({ id }, editor);
    expect((await words()).places).toEqual([]);
  });

  test('a file adds places and gives known ones its areas; the same file again changes nothing', async () => {
    await savePlace({ name: 'Osdorpplein', areas: ['FJ01'] }, editor);
    await savePlace({ name: 'Sloterplas', areas: ['FJ'] }, editor);
    const file = new TextEncoder().encode(
      '\uFEFFnaam;code\r\nosdorpplein;FJ\r\n"Tussen Meer";fj01\r\nTussen Meer;FJ\r\n',
    );
    const { places, mistakes } = await readPlacesFile(own.database, file);
    expect(mistakes).toEqual([]);
    expect(await importPlaces(places, editor)).toEqual({ ok: true, value: 2 });
    expect((await words()).places).toEqual([
      { name: 'Osdorpplein', areas: ['FJ'] },
      { name: 'Sloterplas', areas: ['FJ'] },
      { name: 'Tussen Meer', areas: ['FJ', 'FJ01'] },
    ]);
    expect(await importPlaces(places, editor)).toEqual({ ok: true, value: 0 });
    expect((await changes()).filter(({ count }) => count > 1)).toHaveLength(1);
  });

  test('a file that is no text, or names what there is not, changes nothing', async () => {
    const read = async (bytes: Uint8Array) => (await readPlacesFile(own.database, bytes)).mistakes;
    expect(await read(new Uint8Array([0xff, 0xfe, 0x41]))).toMatchObject([{ kind: 'not-text' }]);
    expect(await read(new Uint8Array())).toMatchObject([{ kind: 'empty' }]);
    expect(await read(new TextEncoder().encode('Plein;FJ\nStraat;XX'))).toMatchObject([
      { line: 2, kind: 'area', given: 'XX' },
    ]);
  });

  test('a new installation begins with some, and what an editor took away does not come back', async () => {
    const starters = { synonyms: [['OT', 'opgaveteam']], places: [{ name: 'Osdorp', areas: ['FJ', 'nergens'] }] };
    await loadSearchWords(own.database, starters);
    await loadSearchWords(own.database, starters);
    expect((await searchWords(own.database, '')).places).toMatchObject([{ name: 'Osdorp', areas: [{ code: 'FJ' }] }]);
    const { id } = await own.database.searchSynonym.findFirstOrThrow();
    await removeSynonym({ id }, editor);
    await own.database.searchPlace.deleteMany();
    await loadSearchWords(own.database, starters);
    expect(await own.database.searchSynonym.count()).toBe(0);
  });

  test('the record of changes only grows, and a line says at least two words', async () => {
    await saveSynonym({ words: ['een', 'twee'] }, editor);
    await expect(own.database.searchWordChange.deleteMany()).rejects.toThrow('record_append_only');
    const alone = own.database.searchSynonym.create({ data: { id: newId(), words: ['alleen'] } });
    await expect(alone).rejects.toThrow('search_synonym_words');
  });
});
