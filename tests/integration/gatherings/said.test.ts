import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { answerPromise, askPromises } from '#app/modules/gatherings/commands/answer-promise.server.ts';
import { agreeToBeNamed, namePromise } from '#app/modules/gatherings/commands/agree-to-be-named.server.ts';
import {
  makePromise,
  promisesPerTenMinutes,
  takeBackPromise,
} from '#app/modules/gatherings/commands/make-promise.server.ts';
import {
  changeQuestion,
  questionsPerTenMinutes,
  writeQuestion,
} from '#app/modules/gatherings/commands/write-question.server.ts';
import { makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { after, close, evening, makeEvening, nobody, seatTogether } from './begun.ts';
import { as, askByAccount, given, makeGathering, makeScene, newsOf, type GatheringScene } from './scene.ts';

const own = useTestDatabase();
let scene: GatheringScene;

beforeAll(async () => {
  scene = await makeScene(own.database);
});

const question = (gatheringId: string, registrationId: string | null, more: object = {}) => ({
  ...{ gatheringId, id: newId(), registrationId, tableId: null, clusterId: null },
  text: 'Hoe kunnen we bankjes maken, zodat ouderen rusten?',
  ...more,
});
const write = async (order: ReturnType<typeof question>) => writeQuestion(order, nobody(own.database));

describe('a design question', () => {
  test('that is sent twice is there once, and not in another gathering', async () => {
    const { id, guest } = await makeEvening(own.database, scene);
    const { id: elsewhere, guest: other } = await makeEvening(own.database, scene);
    const order = question(id, guest.id);
    for (const outcome of await Promise.all([write(order), write(order)])) given(outcome);
    given(await write(order));
    expect(await own.database.gatheringQuestion.count({ where: { gatheringId: id } })).toBe(1);
    expect(await write({ ...order, gatheringId: elsewhere, registrationId: other.id })).toMatchObject({
      reason: 'form-key-invalid',
    });
    expect(await write(question(id, other.id))).toMatchObject({ reason: 'not-taking-part' });
    expect(await write(question(id, null))).toMatchObject({ reason: 'not-taking-part' });
  });

  test('is of a table of this gathering, and stands with who sits there', async () => {
    const { id, guest } = await makeEvening(own.database, scene);
    const { id: elsewhere } = await makeEvening(own.database, scene);
    const { tableId } = await seatTogether(own.database, id, [guest.id]);
    const foreign = await seatTogether(own.database, elsewhere, []);
    const order = question(id, guest.id);
    given(await write(order));
    expect(await own.database.gatheringQuestion.findUnique({ where: { id: order.id } })).toMatchObject({ tableId });
    expect(await write(question(id, guest.id, { tableId: foreign.tableId }))).toMatchObject({
      reason: 'form-key-invalid',
    });
  });

  test('comes from one phone so many times, from a helper as often as there is paper', async () => {
    const { id, guest } = await makeEvening(own.database, scene);
    for (let n = 0; n < questionsPerTenMinutes; n += 1) given(await write(question(id, guest.id)));
    expect(await write(question(id, guest.id))).toMatchObject({ reason: 'too-many' });
    const editor = await as(own.database, scene.editorId, evening);
    given(await writeQuestion(question(id, null), editor));
    given(await writeQuestion(question(id, guest.id), nobody(own.database, addMinutes(evening, 11))));
  });

  test('is written on the evening itself; helpers type over until the report is out', async () => {
    const { id: early } = await makeGathering(own.database, scene, { title: 'Nog niet' });
    const { id: waits } = await askByAccount(own.database, early, await makePerson(own.database));
    expect(await write(question(early, waits))).toMatchObject({ reason: 'not-begun' });
    const { id, guest } = await makeEvening(own.database, scene);
    await close(own.database, scene, id);
    expect(await write(question(id, guest.id))).toMatchObject({ reason: 'gathering-over' });
    given(await writeQuestion(question(id, null), await as(own.database, scene.editorId, after)));
  });

  test('is mended and hidden by who runs it, unless somebody else did meanwhile', async () => {
    const { id: gatheringId, guest, people } = await makeEvening(own.database, scene);
    const order = question(gatheringId, guest.id);
    given(await write(order));
    const editor = await as(own.database, scene.editorId, evening);
    const change = {
      gatheringId,
      id: order.id,
      revision: 1,
      change: { kind: 'hide', reason: 'Noemt iemand.' },
    } as const;
    expect(await changeQuestion(change, await as(own.database, people[0]!.personId))).toMatchObject({
      reason: 'gathering-unknown',
    });
    given(await changeQuestion(change, editor));
    expect(await changeQuestion(change, editor)).toMatchObject({ reason: 'changed-meanwhile' });
    given(await changeQuestion({ ...change, revision: 2, change: { kind: 'show' } }, editor));
    given(await changeQuestion({ ...change, revision: 3, change: { kind: 'correct', text: 'Hoe dan?' } }, editor));
    expect(await own.database.gatheringQuestion.findUnique({ where: { id: order.id } })).toMatchObject({
      ...{ state: 'shown', text: 'Hoe dan?', hiddenReason: '' },
    });
  });
});

const due = addDays(dayInAmsterdam(evening), 30);
const promise = (gatheringId: string, registrationId: string | null, more: object = {}) => ({
  ...{ gatheringId, id: newId(), registrationId },
  content: { promiser: '', what: 'Ik bel de woningcorporatie', dueOn: due, portfolioId: null, isNamed: false, ...more },
});
const promiseOf = async (id: string) => own.database.gatheringPromise.findUniqueOrThrow({ where: { id } });

describe('a promise', () => {
  test('is made once, with the name of who registered, and is named only when they say so', async () => {
    const { id, guest } = await makeEvening(own.database, scene);
    const order = promise(id, guest.id);
    given(await makePromise(order, nobody(own.database)));
    given(await makePromise(order, nobody(own.database)));
    expect(await own.database.gatheringPromise.findMany({ where: { gatheringId: id } })).toMatchObject([
      { promiser: 'Bewoner', isNamed: false, registrationId: guest.id, writtenById: null },
    ]);
  });

  test('comes from one phone so many times, also at the same instant', async () => {
    const { id, guest } = await makeEvening(own.database, scene);
    const many = Array.from({ length: promisesPerTenMinutes + 3 }, () => promise(id, guest.id));
    const made = await Promise.all(many.map(async (order) => makePromise(order, nobody(own.database))));
    expect(made.filter(({ ok }) => ok)).toHaveLength(promisesPerTenMinutes);
    expect(made.find(({ ok }) => !ok)).toMatchObject({ reason: 'too-many-promises' });
  });

  test.each([
    [-1, false],
    [0, true],
    [740, false],
  ])('%i days from now', async (days, ok) => {
    const { id, guest } = await makeEvening(own.database, scene);
    const order = promise(id, guest.id, { dueOn: addDays(dayInAmsterdam(evening), days) });
    expect((await makePromise(order, nobody(own.database))).ok).toBe(ok);
    if (ok) return;
    const data = {
      ...{ id: newId(), gatheringId: id, promiser: 'Iemand', what: 'Iets doen', writtenAt: evening },
      dueOn: toDateColumn(order.content.dueOn),
    };
    await expect(own.database.gatheringPromise.create({ data })).rejects.toThrow('gathering_promise_due');
  });

  test('of somebody else, another gathering or for a portfolio that is not theirs is not made', async () => {
    const { id, guest, people } = await makeEvening(own.database, scene);
    const { guest: other } = await makeEvening(own.database, scene);
    const make = async (order: object) => makePromise({ ...promise(id, guest.id), ...order }, nobody(own.database));
    expect(await make({ registrationId: other.id })).toMatchObject({ reason: 'not-taking-part' });
    expect(await make({ forId: people[0]!.id })).toMatchObject({ reason: 'not-taking-part' });
    expect(await make(promise(id, guest.id, { portfolioId: newId() }))).toMatchObject({ reason: 'portfolio-unknown' });
    const editor = await as(own.database, scene.editorId, evening);
    expect(await makePromise({ ...promise(id, null), forId: other.id }, editor)).toMatchObject({
      reason: 'registration-unknown',
    });
    expect(await makePromise({ ...promise(id, null), forId: null }, editor)).toMatchObject({
      reason: 'promiser-missing',
    });
    given(await makePromise({ ...promise(id, null), forId: people[0]!.id }, editor));
  });

  test('is taken back by whose it is', async () => {
    const { id, guest, people } = await makeEvening(own.database, scene);
    const order = promise(id, guest.id);
    given(await makePromise(order, nobody(own.database)));
    const back = { gatheringId: id, id: order.id };
    expect(await takeBackPromise({ ...back, registrationId: people[0]!.id }, nobody(own.database))).toMatchObject({
      reason: 'promise-unknown',
    });
    given(await takeBackPromise({ ...back, registrationId: guest.id }, nobody(own.database)));
  });
});

describe('what became of a promise', () => {
  test('is asked on its day, once, and answered by whose it is, also anew', async () => {
    const { id, guest, people } = await makeEvening(own.database, scene);
    const order = promise(id, guest.id);
    given(await makePromise(order, nobody(own.database)));
    const answer = { gatheringId: id, id: order.id, revision: 1, answer: 'kept', text: 'Gebeld.' } as const;
    const at = (days: number) => addMinutes(evening, days * 24 * 60);
    expect(await answerPromise({ ...answer, registrationId: guest.id }, nobody(own.database))).toMatchObject({
      reason: 'not-asked-yet',
    });
    await close(own.database, scene, id);
    expect(await askPromises({ database: own.database, now: at(29) })).toBe(0);
    expect(await askPromises({ database: own.database, now: at(30) })).toBe(1);
    expect(await askPromises({ database: own.database, now: at(31) })).toBe(0);
    expect((await newsOf(own.database, guest.id)).filter((news) => news === 'promise-asked')).toHaveLength(1);
    expect(await answerPromise({ ...answer, registrationId: people[0]!.id }, nobody(own.database))).toMatchObject({
      reason: 'promise-unknown',
    });
    given(await answerPromise({ ...answer, registrationId: guest.id }, nobody(own.database)));
    given(await answerPromise({ ...answer, registrationId: guest.id }, nobody(own.database)));
    expect(
      await answerPromise({ ...answer, answer: 'not', registrationId: guest.id }, nobody(own.database)),
    ).toMatchObject({ reason: 'changed-meanwhile' });
    given(
      await answerPromise({ ...answer, answer: 'partly', revision: 2, registrationId: guest.id }, nobody(own.database)),
    );
    expect(await promiseOf(order.id)).toMatchObject({ state: 'partly', answerText: 'Gebeld.' });
  });

  test('is asked before the address of somebody without account is erased', async () => {
    const { id, guest, people } = await makeEvening(own.database, scene);
    const late = { dueOn: addDays(dayInAmsterdam(evening), 400) };
    const [mine, theirs] = [promise(id, guest.id, late), promise(id, people[0]!.id, late)];
    for (const order of [mine, theirs]) given(await makePromise(order, nobody(own.database)));
    await close(own.database, scene, id);
    await askPromises({ database: own.database, now: addMinutes(evening, 165 * 24 * 60) });
    expect((await promiseOf(mine.id)).askedAt).not.toBeNull();
    expect((await promiseOf(theirs.id)).askedAt).toBeNull();
  });
});

describe('a name', () => {
  test('is of who was there, and goes when they no longer agree or are erased', async () => {
    const { id, guest } = await makeEvening(own.database, scene);
    const order = promise(id, guest.id, { isNamed: true });
    given(await makePromise(order, nobody(own.database)));
    const mine = { gatheringId: id, registrationId: guest.id };
    given(await agreeToBeNamed({ ...mine, shownAs: 'Gast uit Osdorp' }, nobody(own.database)));
    const shown = async () =>
      own.database.$queryRaw<object[]>`
        select shown_as from gathering_public_name where gathering_id = ${id}::uuid
        union all select promiser from gathering_public_promise where gathering_id = ${id}::uuid and promiser <> ''`;
    expect(await shown()).toHaveLength(2);
    given(await namePromise({ ...mine, id: order.id, isNamed: false }, nobody(own.database)));
    expect(await shown()).toHaveLength(1);
    given(await namePromise({ ...mine, id: order.id, isNamed: true }, nobody(own.database)));
    await own.database.$executeRaw`select erase_gathering_registrations(array[${guest.id}::uuid])`;
    expect(await shown()).toEqual([]);
    expect(await promiseOf(order.id)).toMatchObject({ promiser: '', isNamed: false, registrationId: null });
    expect(await agreeToBeNamed({ ...mine, shownAs: 'Gast' }, nobody(own.database))).toMatchObject({
      reason: 'not-taking-part',
    });
  });

  test('of who did not come is not taken', async () => {
    const { id: gatheringId } = await makeGathering(own.database, scene, { title: 'Niet geweest' });
    const { id: registrationId } = await askByAccount(own.database, gatheringId, await makePerson(own.database));
    expect(
      await agreeToBeNamed({ gatheringId, registrationId, shownAs: 'Ikzelf' }, nobody(own.database)),
    ).toMatchObject({ reason: 'was-not-there' });
  });
});
