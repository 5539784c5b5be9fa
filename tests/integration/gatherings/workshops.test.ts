import { beforeAll, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { answerRegistration } from '#app/modules/gatherings/commands/answer-registration.server.ts';
import { removeWorkshop, saveWorkshop } from '#app/modules/gatherings/commands/change-workshops.server.ts';
import { giveBackPlace, takeWorkshopPlace } from '#app/modules/gatherings/commands/take-workshop-place.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { close, makeEvening, nobody } from './evening.ts';
import { as, askByAccount, given, makeGathering, makeScene, type GatheringScene } from './scene.ts';

const own = useTestDatabase();
let scene: GatheringScene;

beforeAll(async () => {
  scene = await makeScene(own.database);
});

const words = (more: object = {}) => ({
  turn: 1,
  title: 'Buurtkeuken',
  about: '',
  room: 'Zaal 2',
  capacity: 3,
  ...more,
});

async function make(gatheringId: string, more: object = {}): Promise<string> {
  const id = newId();
  const editor = await as(own.database, scene.editorId);
  given(await saveWorkshop({ gatheringId, id, revision: 0, content: words(more) }, editor));
  return id;
}
const take = async (gatheringId: string, registrationId: string, workshopId: string) =>
  takeWorkshopPlace({ gatheringId, registrationId, workshopId }, nobody(own.database));
const inIt = async (workshopId: string) => own.database.gatheringWorkshopPlace.count({ where: { workshopId } });

test('fifty at the same instant get as many places as there are', async () => {
  const { id: gatheringId } = await makeGathering(own.database, scene, { capacity: 60, title: 'Druk' });
  const people = [];
  for (let n = 0; n < 50; n += 1)
    people.push((await askByAccount(own.database, gatheringId, await makePerson(own.database))).id);
  const workshopId = await make(gatheringId, { capacity: 7 });
  const outcomes = await Promise.all(people.map(async (id) => take(gatheringId, id, workshopId)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(7);
  expect(new Set(outcomes.flatMap((one) => (one.ok ? [] : [one.reason])))).toEqual(new Set(['workshop-full']));
  expect(await inIt(workshopId)).toBe(7);
});

test('one place in a turn: another workshop gives the first one back, also when two posts come at once', async () => {
  const { id, people } = await makeEvening(own.database, scene);
  const [one, other, later] = [await make(id), await make(id), await make(id, { turn: 2 })];
  const me = people[0]!.id;
  await Promise.all([take(id, me, one), take(id, me, other), take(id, me, one)].map(async (post) => given(await post)));
  expect((await inIt(one)) + (await inIt(other))).toBe(1);
  given(await take(id, me, other));
  given(await take(id, me, later));
  expect([await inIt(one), await inIt(other), await inIt(later)]).toEqual([0, 1, 1]);
  given(await giveBackPlace({ gatheringId: id, registrationId: me, workshopId: other }, nobody(own.database)));
  expect(await inIt(other)).toBe(0);
});

test('nobody of another gathering, nobody who waits or is over', async () => {
  const { id, people } = await makeEvening(own.database, scene);
  const { id: elsewhere, people: others } = await makeEvening(own.database, scene, { title: 'Elders' });
  const workshopId = await make(id);
  expect(await take(id, others[0]!.id, workshopId)).toMatchObject({ reason: 'not-registered' });
  expect(await take(elsewhere, others[0]!.id, workshopId)).toMatchObject({ reason: 'workshop-unknown' });
  // the database says it too, whatever a command forgets
  const forged = { registrationId: others[0]!.id, turn: 1, workshopId, takenAt: new Date() };
  await expect(own.database.gatheringWorkshopPlace.create({ data: forged })).rejects.toThrow(
    'gathering_workshop_of_who_comes',
  );
  await close(own.database, scene, id);
  expect(await take(id, people[0]!.id, workshopId)).toMatchObject({ reason: 'gathering-over' });
});

test('a helper puts somebody in; a visitor puts nobody else in', async () => {
  const { id, people, guest } = await makeEvening(own.database, scene);
  const workshopId = await make(id);
  const order = { gatheringId: id, workshopId, forId: guest.id };
  expect(await takeWorkshopPlace({ ...order, registrationId: people[0]!.id }, nobody(own.database))).toMatchObject({
    reason: 'not-registered',
  });
  given(await takeWorkshopPlace({ ...order, registrationId: null }, await as(own.database, scene.editorId)));
  expect(await inIt(workshopId)).toBe(1);
});

test('a room with people in it gets no smaller than they are, keeps its turn and stays', async () => {
  const { id, people } = await makeEvening(own.database, scene);
  const workshopId = await make(id);
  for (const one of people.slice(0, 2)) given(await take(id, one.id, workshopId));
  const editor = await as(own.database, scene.editorId);
  const change = async (more: object, revision = 1) =>
    saveWorkshop({ gatheringId: id, id: workshopId, revision, content: words(more) }, editor);
  expect(await change({ capacity: 1 })).toMatchObject({ reason: 'places-taken' });
  expect(await change({ turn: 2 })).toMatchObject({ reason: 'turn-fixed' });
  expect(await removeWorkshop({ gatheringId: id, id: workshopId }, editor)).toMatchObject({ reason: 'places-taken' });
  given(await change({ capacity: 2 }));
  expect(await change({ capacity: 5 })).toMatchObject({ reason: 'changed-meanwhile' });
  expect(await take(id, people[2]!.id, workshopId)).toMatchObject({ reason: 'workshop-full' });
});

test('who cancels gives back the places in workshops', async () => {
  const { id: gatheringId } = await makeGathering(own.database, scene, { title: 'Afgezegd' });
  const { id, token } = await askByAccount(own.database, gatheringId, await makePerson(own.database));
  const workshopId = await make(gatheringId);
  given(await take(gatheringId, id, workshopId));
  given(await answerRegistration({ token, change: { kind: 'cancel' } }, { database: own.database, now: testNow }));
  expect(await inIt(workshopId)).toBe(0);
});

test('workshops are made by who runs it', async () => {
  const { id, people } = await makeEvening(own.database, scene);
  const order = { gatheringId: id, id: newId(), revision: 0, content: words() };
  expect(await saveWorkshop(order, await as(own.database, people[0]!.personId))).toMatchObject({
    reason: 'gathering-unknown',
  });
});
