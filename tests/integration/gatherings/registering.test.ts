import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { answerRegistration } from '#app/modules/gatherings/commands/answer-registration.server.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import { changeGathering } from '#app/modules/gatherings/commands/plan-gathering.server.ts';
import { remindRegistered } from '#app/modules/gatherings/commands/remind-registered.server.ts';
import { settleGatherings } from '#app/modules/gatherings/commands/settle-gatherings.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { ruleOf } from '#tests/integration/scoring/scene.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import {
  as,
  askByAccount,
  askByMail,
  contentFor,
  given,
  makeGathering,
  makeScene,
  newsOf,
  somebody,
  startsAt,
  stateOf,
  type GatheringScene,
} from './scene.ts';

const own = useTestDatabase();
let scene: GatheringScene;

beforeAll(async () => {
  scene = await makeScene(own.database);
});

const after = (minutes: number) => addMinutes(testNow, minutes);
const answer = async (token: string, change: Parameters<typeof answerRegistration>[0]['change'], now = testNow) =>
  answerRegistration({ token, change }, { database: own.database, now });
const come = async (token: string, now = testNow) => answer(token, { kind: 'come' }, now);

test('fifty people at the same instant get as many places as there are, the others wait in order', async () => {
  const { id: gatheringId } = await makeGathering(own.database, scene, { capacity: 12 });
  const people = await Promise.all(Array.from({ length: 50 }, async () => makePerson(own.database)));

  const outcomes = await Promise.all(people.map(async (personId) => askByAccount(own.database, gatheringId, personId)));

  expect(outcomes.every(({ outcome }) => outcome.ok)).toBe(true);
  const states = await own.database.gatheringRegistration.groupBy({
    by: ['state'],
    where: { gatheringId },
    _count: true,
  });
  expect(Object.fromEntries(states.map(({ state, _count }) => [state, _count]))).toEqual({
    confirmed: 12,
    waiting: 38,
  });
  const waiting = await own.database.gatheringRegistration.findMany({
    where: { gatheringId, state: 'waiting' },
    orderBy: { queueNumber: 'asc' },
  });
  expect(waiting.map(({ queueNumber }) => queueNumber)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1));
}, 60_000);

describe('the database itself', () => {
  const straight = async (gatheringId: string, data: object) => {
    const id = newId();
    return own.database.gatheringRegistration.create({
      data: {
        ...{
          id,
          gatheringId,
          name: 'x',
          comesAs: 'resident',
          registeredAt: testNow,
          tokenHash: id,
          doorCode: id.slice(-5).toUpperCase(),
        },
        ...{ state: 'confirmed', confirmedAt: testNow },
        ...data,
      },
    });
  };

  test('has no place more than it says', async () => {
    const { id } = await makeGathering(own.database, scene, { capacity: 4 });
    for (const name of ['a', 'b', 'c', 'd']) await straight(id, { name });
    expect(await ruleOf(straight(id, { name: 'e' }))).toBe('gathering_full');
    const editor = await as(own.database, scene.editorId);
    const roomier = { gatheringId: id, revision: 2, content: contentFor(scene.areaId, { capacity: 40 }) };
    given(await changeGathering(roomier, editor));
    await straight(id, { name: 'e' });
    const tighter = { gatheringId: id, revision: 3, content: contentFor(scene.areaId, { capacity: 4 }) };
    expect(await changeGathering(tighter, editor)).toMatchObject({ reason: 'capacity-taken' });
  });

  test('lets nobody go before who waits longer', async () => {
    const { id } = await makeGathering(own.database, scene, { capacity: 4 });
    for (const name of ['a', 'b', 'c', 'd']) await straight(id, { name });
    const first = await straight(id, { state: 'waiting', queueNumber: 1 });
    const second = await straight(id, { state: 'waiting', queueNumber: 2 });
    await own.database.gathering.update({ where: { id }, data: { capacity: 6 } });
    const offer = async (one: { id: string }) =>
      own.database.gatheringRegistration.update({
        where: { id: one.id },
        data: { state: 'offered', keptUntil: startsAt },
      });
    expect(await ruleOf(offer(second))).toBe('gathering_queue_order');
    expect(await ruleOf(straight(id, {}))).toBe('gathering_queue_order');
    await offer(first);
    await offer(second);
  });

  test('takes nobody for what is not announced', async () => {
    const { id } = await makeGathering(own.database, scene);
    const editor = await as(own.database, scene.editorId);
    given(
      await moveGathering({ gatheringId: id, revision: 2, to: { state: 'cancelled', reason: 'Geen zaal.' } }, editor),
    );
    expect(await ruleOf(straight(id, {}))).toBe('gathering_not_open');
  });
});

describe('without account', () => {
  test('a place is held until the address is confirmed, and free again after half an hour', async () => {
    const { id: gatheringId } = await makeGathering(own.database, scene, { capacity: 4 });
    const asked = [];
    for (const n of [1, 2, 3, 4]) asked.push(await askByMail(own.database, gatheringId, `held-${n}@example.org`));
    const fifth = await askByMail(own.database, gatheringId, 'held-5@example.org');
    expect(await stateOf(own.database, fifth.id)).toBe('asked');

    expect(await come(asked[0]!.token, after(29))).toMatchObject({ ok: true, value: 'confirmed' });
    await settleGatherings({ database: own.database, now: after(31) });

    expect(await stateOf(own.database, asked[1]!.id)).toBe('lapsed');
    expect(await come(fifth.token, after(32))).toMatchObject({ value: 'confirmed' });
    // late, and there is still room
    expect(await come(asked[1]!.token, after(33))).toMatchObject({ value: 'confirmed' });
    expect(await come(asked[2]!.token, after(33))).toMatchObject({ value: 'confirmed' });
    // late, and there is none
    expect(await come(asked[3]!.token, after(33))).toMatchObject({ value: 'waiting' });
    expect(await newsOf(own.database, asked[3]!.id)).toEqual(['confirm', 'waiting']);
  });

  test('the answer for an address that is registered is the same, and it gets its link again at most now and then', async () => {
    const { id: gatheringId } = await makeGathering(own.database, scene);
    const first = await askByMail(own.database, gatheringId, 'twice@example.org');
    given(await come(first.token));
    const again = await askByMail(own.database, gatheringId, 'twice@example.org', { now: after(1) });
    await askByMail(own.database, gatheringId, 'twice@example.org', { now: after(2) });
    expect(again.outcome).toEqual(first.outcome);
    expect(await own.database.gatheringRegistration.count({ where: { gatheringId } })).toBe(1);
    expect(await newsOf(own.database, first.id)).toEqual(['confirm', 'registered', 'again']);
  });

  test('the same form twice registers once; the key of another is refused', async () => {
    const { id: gatheringId } = await makeGathering(own.database, scene);
    const { id } = await askByMail(own.database, gatheringId, 'form@example.org');
    const twice = await askByMail(own.database, gatheringId, 'form@example.org', { formKey: id });
    expect(twice.outcome).toMatchObject({ ok: true });
    const { id: elsewhere } = await makeGathering(own.database, scene, { title: 'Elders' });
    const forged = await askByMail(own.database, elsewhere, 'form@example.org', { formKey: id });
    expect(forged.outcome).toMatchObject({ reason: 'form-key-invalid' });
  });

  test('nobody holds all places from one network', async () => {
    const { id: gatheringId } = await makeGathering(own.database, scene, { capacity: 100 });
    for (let n = 0; n < 20; n += 1)
      given((await askByMail(own.database, gatheringId, `flood-${n}@example.org`, { requester: 'flooder' })).outcome);
    const { outcome } = await askByMail(own.database, gatheringId, 'flood-20@example.org', { requester: 'flooder' });
    expect(outcome).toMatchObject({ reason: 'too-many-here' });
  });
});

describe('the personal link', () => {
  test('opens nothing for a token that is not there', async () => {
    expect(await come('nonsense')).toMatchObject({ reason: 'registration-unknown' });
  });

  test('changes what somebody said, unless it was changed meanwhile', async () => {
    const { id: gatheringId } = await makeGathering(own.database, scene);
    const { token, id } = await askByAccount(own.database, gatheringId, await makePerson(own.database));
    const change = { kind: 'change', revision: 1, content: somebody({ children: 2 }) } as const;
    expect(await answer(token, change)).toMatchObject({ value: 'confirmed' });
    expect(await answer(token, change)).toMatchObject({ reason: 'changed-meanwhile' });
    expect(await own.database.gatheringRegistration.findUnique({ where: { id } })).toMatchObject({ children: 2 });
  });

  test('cancels, and who waits longest is offered the place for a day', async () => {
    const { id: gatheringId } = await makeGathering(own.database, scene, { capacity: 4 });
    const people = [];
    for (let n = 0; n < 7; n += 1)
      people.push(await askByAccount(own.database, gatheringId, await makePerson(own.database)));
    const [first, , , , fifth, sixth, seventh] = people;

    given(await answer(first!.token, { kind: 'cancel' }));

    expect(await stateOf(own.database, fifth!.id)).toBe('offered');
    expect(await newsOf(own.database, fifth!.id)).toEqual(['waiting', 'offered']);
    // twice is once
    given(await answer(first!.token, { kind: 'cancel' }));
    expect(await stateOf(own.database, sixth!.id)).toBe('waiting');

    await settleGatherings({ database: own.database, now: after(24 * 60 + 1) });
    expect(await stateOf(own.database, fifth!.id)).toBe('lapsed');
    expect(await stateOf(own.database, sixth!.id)).toBe('offered');
    expect(await come(sixth!.token, after(24 * 60 + 5))).toMatchObject({ value: 'confirmed' });
    // who let a day pass joins the end of the list
    expect(await come(fifth!.token, after(24 * 60 + 6))).toMatchObject({ value: 'waiting' });
    given(await answer(sixth!.token, { kind: 'cancel' }, after(24 * 60 + 7)));
    expect(await stateOf(own.database, seventh!.id)).toBe('offered');
    expect(await stateOf(own.database, fifth!.id)).toBe('waiting');
  });

  test('does nothing after the beginning', async () => {
    const { id: gatheringId } = await makeGathering(own.database, scene);
    const asked = await askByMail(own.database, gatheringId, 'late@example.org');
    expect(await come(asked.token, addMinutes(startsAt, 1))).toMatchObject({ reason: 'gathering-not-open' });
    const { outcome } = await askByMail(own.database, gatheringId, 'later@example.org', {
      now: addMinutes(startsAt, 1),
    });
    expect(outcome).toMatchObject({ reason: 'gathering-not-open' });
  });
});

test('reminders go a week and a day before, each once', async () => {
  const { id: gatheringId } = await makeGathering(own.database, scene, { title: 'Herinnerd' });
  const { id } = await askByAccount(own.database, gatheringId, await makePerson(own.database));
  const at = async (hoursBefore: number) =>
    remindRegistered({ database: own.database, now: addMinutes(startsAt, -hoursBefore * 60) });
  await at(8 * 24);
  expect(await newsOf(own.database, id)).toEqual(['registered']);
  await at(6 * 24);
  await at(5 * 24);
  expect(await newsOf(own.database, id)).toEqual(['registered', 'reminder-week']);
  await at(23);
  await at(22);
  expect(await newsOf(own.database, id)).toEqual(['registered', 'reminder-week', 'reminder-day']);
});

test('who comes or waits hears of another place, and that it is cancelled', async () => {
  const { id: gatheringId } = await makeGathering(own.database, scene, { capacity: 4, title: 'Verplaatst' });
  const { id } = await askByAccount(own.database, gatheringId, await makePerson(own.database));
  const unconfirmed = await askByMail(own.database, gatheringId, 'never@example.org');
  const editor = await as(own.database, scene.editorId);
  const content = contentFor(scene.areaId, { capacity: 4, title: 'Verplaatst', venueName: 'De Meervaart' });
  given(await changeGathering({ gatheringId, revision: 2, content }, editor));
  given(await moveGathering({ gatheringId, revision: 3, to: { state: 'cancelled', reason: 'Geen zaal.' } }, editor));
  expect(await newsOf(own.database, id)).toEqual(['registered', 'changed', 'gathering-cancelled']);
  expect(await newsOf(own.database, unconfirmed.id)).toEqual(['confirm']);
});
