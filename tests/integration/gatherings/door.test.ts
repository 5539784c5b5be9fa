import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { answerRegistration } from '#app/modules/gatherings/commands/answer-registration.server.ts';
import { addToCrew } from '#app/modules/gatherings/commands/change-crew.server.ts';
import { markAtDoor, walkIn } from '#app/modules/gatherings/commands/mark-at-door.server.ts';
import { moveGathering } from '#app/modules/gatherings/commands/move-gathering.server.ts';
import { doorList } from '#app/modules/gatherings/queries/door.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import type { TypedMark } from '#app/modules/gatherings/registration-form.ts';
import { makeOrganisation, makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, askByAccount, given, makeGathering, makeScene, secret, startsAt, type GatheringScene } from './scene.ts';

const own = useTestDatabase();
const evening = addMinutes(startsAt, -10);
let scene: GatheringScene;
let gatheringId: string;
let slug: string;
let helperId: string;
let people: string[];

beforeAll(async () => {
  scene = await makeScene(own.database);
});

beforeEach(async () => {
  ({ id: gatheringId, slug } = await makeGathering(own.database, scene, { capacity: 4 }));
  people = [];
  for (let n = 0; n < 6; n += 1)
    people.push((await askByAccount(own.database, gatheringId, await makePerson(own.database))).id);
  const email = `helper-${newId()}@wijkbeurs.example`;
  given(await addToCrew({ gatheringId, email, task: 'helper' }, await as(own.database, scene.editorId)));
  helperId = (await own.database.person.findUniqueOrThrow({ where: { email } })).id;
});

const mark = (registrationId: string, more: Partial<TypedMark> = {}): TypedMark => ({
  key: newId(),
  registrationId,
  direction: 'in',
  secondsAgo: 0,
  ...more,
});
const send = async (marks: TypedMark[], { personId = helperId, now = evening } = {}) =>
  markAtDoor({ gatheringId, marks }, await as(own.database, personId, now));
const arrivedAt = async (id: string) =>
  (await own.database.gatheringRegistration.findUniqueOrThrow({ where: { id } })).arrivedAt;
const begin = async () =>
  given(
    await moveGathering(
      { gatheringId, revision: 2, to: { state: 'begun' } },
      await as(own.database, scene.editorId, evening),
    ),
  );

describe('a mark', () => {
  test('that is sent twice counts once, as do those of two helpers', async () => {
    const first = mark(people[0]!, { secondsAgo: 120 });
    given(await send([first]));
    given(await send([first], { now: addMinutes(evening, 5) }));
    given(await send([mark(people[0]!)], { personId: scene.editorId, now: addMinutes(evening, 6) }));
    expect(await arrivedAt(people[0]!)).toEqual(addMinutes(evening, -2));
    expect(await own.database.gatheringMark.count({ where: { registrationId: people[0]! } })).toBe(2);
  });

  test('counts by when it was made, not by when it came in', async () => {
    // undone on a phone with a network, after a phone without one had marked it
    given(await send([mark(people[0]!, { direction: 'out' })]));
    given(await send([mark(people[0]!, { secondsAgo: 600 })], { now: addMinutes(evening, 2) }));
    expect(await arrivedAt(people[0]!)).toBeNull();
    given(await send([mark(people[0]!)], { now: addMinutes(evening, 3) }));
    expect(await arrivedAt(people[0]!)).toEqual(addMinutes(evening, 3));
  });

  test('of somebody of another gathering is not taken, and holds up no others', async () => {
    const { id: elsewhere } = await makeGathering(own.database, scene, { title: 'Elders' });
    const { id } = await askByAccount(own.database, elsewhere, await makePerson(own.database));
    const results = given(await send([mark(id), mark(newId()), mark(people[0]!)]));
    expect(results.map(({ result }) => result)).toEqual(['unknown', 'unknown', 'in']);
    expect(await arrivedAt(id)).toBeNull();
  });

  test('is for who helps, on the day', async () => {
    const stranger = await makePerson(own.database);
    expect(await send([mark(people[0]!)], { personId: stranger })).toMatchObject({ reason: 'gathering-unknown' });
    const early = addMinutes(startsAt, -13 * 60);
    expect(await send([mark(people[0]!)], { now: early })).toMatchObject({ reason: 'door-not-open-yet' });
  });
});

describe('who has no place', () => {
  test('gets in when somebody did not come and it has begun, until the room is full', async () => {
    expect(given(await send([mark(people[4]!)]))[0]?.result).toBe('full');
    await begin();
    given(await send([mark(people[0]!), mark(people[1]!), mark(people[2]!)]));
    expect(given(await send([mark(people[4]!)]))[0]?.result).toBe('in');
    expect(given(await send([mark(people[5]!)]))[0]?.result).toBe('full');
  });

  test('at the door without having registered: a name is enough, twice is once, and the room is the room', async () => {
    await begin();
    const helper = { ...(await as(own.database, helperId, evening)), secret };
    const order = { gatheringId, formKey: newId(), name: 'Binnenloper', comesAs: 'resident', languages: [] } as const;
    const code = given(await walkIn({ ...order, languages: [] }, helper));
    expect(await walkIn({ ...order, languages: [] }, helper)).toMatchObject({ ok: true, value: code });
    const list = await doorList(own.database, gatheringId);
    expect(list.filter(({ name }) => name === 'Binnenloper')).toMatchObject([{ doorCode: code, hasPlace: true }]);
    given(await send([mark(people[0]!), mark(people[1]!), mark(people[2]!)]));
    const second = { ...order, languages: [], formKey: newId() };
    expect(await walkIn(second, helper)).toMatchObject({ reason: 'gathering-full' });
  });

  test('who cancelled and came after all is let in where there is room', async () => {
    const { tokenOf } = await import('#app/modules/gatherings/token.server.ts');
    await own.database.gathering.update({ where: { id: gatheringId }, data: { capacity: 10 } });
    const cancel = { token: tokenOf(secret, people[0]!), change: { kind: 'cancel' } } as const;
    given(await answerRegistration(cancel, { database: own.database, now: evening }));
    expect(given(await send([mark(people[0]!)]))[0]?.result).toBe('in');
  });
});

test('a helper stands at the door, a host runs it, and others see nothing', async () => {
  const hostPerson = await makePerson(own.database);
  const organisationId = await makeOrganisation(own.database, { members: [hostPerson] });
  await own.database.gatheringHost.create({ data: { gatheringId, organisationId } });
  const access = async (personId: string) =>
    (await workGathering(own.database, (await as(own.database, personId, new Date())).actor, slug))?.access ?? null;
  expect(await access(helperId)).toBe('door');
  expect(await access(hostPerson)).toBe('run');
  expect(await access(scene.editorId)).toBe('run');
  expect(await access(await makePerson(own.database))).toBeNull();
});
