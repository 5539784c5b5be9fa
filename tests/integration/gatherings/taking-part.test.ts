import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addToCrew } from '#app/modules/gatherings/commands/change-crew.server.ts';
import { roomGathering, taker } from '#app/modules/gatherings/queries/taker.query.server.ts';
import { tokenOf } from '#app/modules/gatherings/token.server.ts';
import { visitor } from '#app/modules/people/actor.ts';
import * as promises from '#app/routes/ontmoet.$slug.beloftes.($token).tsx';
import * as live from '#app/routes/ontmoet.$slug.live.ts';
import * as join from '#app/routes/ontmoet.$slug.mee.tsx';
import * as wall from '#app/routes/ontmoet.$slug.muur._index.tsx';
import * as note from '#app/routes/ontmoet.$slug.muur.briefje.ts';
import { makePerson } from '#tests/factories/index.ts';
import { Browser, browserOf } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { makeRoom, move, pin } from './room.ts';
import { as, askByMail, given, makeScene, secret, type GatheringScene } from './scene.ts';

const own = useTestDatabase();
let scene: GatheringScene;
let room: Awaited<ReturnType<typeof makeRoom>>;
let code: string;
const seat = () => room.seats[0]!;

beforeAll(async () => {
  scene = await makeScene(own.database);
});
beforeEach(async () => {
  room = await makeRoom(own.database, scene);
  const row = await own.database.gatheringRegistration.findUniqueOrThrow({ where: { id: seat().registrationId } });
  code = row.doorCode;
});

const params = () => ({ slug: room.slug });
const phone = () => new Browser(own.database, 'live');
const takeSeat = async (browser: Browser, typed = code, slug = room.slug) =>
  browser.post(join.action, `/ontmoet/${slug}/mee`, { code: typed }, { slug });
const openWall = async (browser: Browser, slug = room.slug) =>
  browser.get(wall.loader, `/ontmoet/${slug}/muur`, { slug });
const words = () => ({ id: newId(), kind: 'idea', text: 'Een idee', byline: '' });

describe('the code of a name card', () => {
  test('gives a phone a seat once it has begun, and marks nobody as in', async () => {
    const browser = phone();
    expect((await openWall(browser)).location).toContain('/mee?naar=');
    expect(await takeSeat(browser)).toMatchObject({ status: 422 });
    await move(own.database, scene, room.id, 'begun');
    const answer = await takeSeat(browser, ` ${code.toLowerCase()} `);
    expect(answer).toMatchObject({ status: 303, location: `/ontmoet/${room.slug}/vanavond` });
    expect(answer.cookies.find((cookie) => cookie.includes('plek-'))).toMatch(/HttpOnly.*Secure.*SameSite=Lax/i);
    expect(await openWall(browser)).toMatchObject({ status: 200 });
    const written = await browser.post(note.action, `/ontmoet/${room.slug}/muur/briefje`, words(), params());
    expect(written.status).toBe(200);
    const row = await own.database.gatheringRegistration.findUniqueOrThrow({ where: { id: seat().registrationId } });
    expect(row.arrivedAt).toBeNull();
  });

  test('is not enough to put a name in the report: others can read it', async () => {
    await move(own.database, scene, room.id, 'begun');
    const browser = phone();
    await takeSeat(browser);
    const promise = { intent: 'promise', what: 'Soep koken', dueOn: '2027-01-10', portfolioId: '', isNamed: 'on' };
    const here = `/ontmoet/${room.slug}/beloftes`;
    const byCode = { ...promise, id: newId() };
    expect(await browser.post(promises.action, here, byCode, params())).toMatchObject({ status: 303 });
    const link = { ...params(), token: tokenOf(secret, seat().registrationId) };
    const byLink = { ...promise, id: newId() };
    expect(await phone().post(promises.action, `${here}/${link.token}`, byLink, link)).toMatchObject({ status: 303 });
    const made = await own.database.gatheringPromise.findMany({ where: { gatheringId: room.id } });
    expect(made.map(({ id, isNamed }) => [id, isNamed])).toEqual(
      expect.arrayContaining([
        [byCode.id, false],
        [byLink.id, true],
      ]),
    );
  });

  test('gives one before, to who is in', async () => {
    await own.database.gatheringMark.create({
      data: {
        ...{ id: newId(), registrationId: seat().registrationId, direction: 'in' },
        ...{ markedAt: new Date('2026-12-03T18:00:00Z'), cameInAt: new Date('2026-12-03T18:00:00Z') },
      },
    });
    const browser = phone();
    await takeSeat(browser);
    expect(await openWall(browser)).toMatchObject({ status: 200 });
  });

  test('of another gathering opens nothing here, nor does its cookie under another name', async () => {
    await move(own.database, scene, room.id, 'begun');
    const elsewhere = await makeRoom(own.database, scene, 'Elders');
    await move(own.database, scene, elsewhere.id, 'begun');
    const browser = phone();
    expect(await takeSeat(browser, code, elsewhere.slug)).toMatchObject({ status: 422 });
    await takeSeat(browser);
    const [name = '', value = ''] = [...browser.cookies].find(([one]) => one.includes('plek-')) ?? [];
    expect(await openWall(browser, elsewhere.slug)).toMatchObject({ status: 302 });
    browser.cookies.set(name.replace(/plek-.*/, `plek-${elsewhere.id.slice(-12)}`), value);
    expect(await openWall(browser, elsewhere.slug)).toMatchObject({ status: 302 });
    browser.cookies.set(name, `x${value}`);
    expect(await openWall(browser)).toMatchObject({ status: 302 });
  });

  test('opens nothing for who cancelled, waits, or is erased', async () => {
    await move(own.database, scene, room.id, 'begun');
    const browser = phone();
    await takeSeat(browser);
    await own.database.gatheringRegistration.update({
      where: { id: seat().registrationId },
      data: { state: 'cancelled', cancelledAt: new Date() },
    });
    expect(await openWall(browser)).toMatchObject({ status: 302 });
    const sent = await browser.post(note.action, `/ontmoet/${room.slug}/muur/briefje`, words(), params());
    expect(sent.status).toBe(403);
    expect(await takeSeat(phone())).toMatchObject({ status: 422 });
  });
});

test('an account with a registration needs no code, also one that was made on its address', async () => {
  await move(own.database, scene, room.id, 'begun');
  const { email } = await own.database.person.findUniqueOrThrow({ where: { id: seat().personId } });
  const { browser } = await browserOf(own.database, email);
  expect(await openWall(browser)).toMatchObject({ status: 200 });
  const later = await makeRoom(own.database, scene, 'Later');
  const personId = await makePerson(own.database);
  const person = await own.database.person.findUniqueOrThrow({ where: { id: personId } });
  const asked = await askByMail(own.database, later.id, person.email);
  await own.database.gatheringRegistration.update({
    where: { id: asked.id },
    data: { state: 'confirmed', keptUntil: null, confirmedAt: new Date() },
  });
  await move(own.database, scene, later.id, 'begun');
  const gathering = (await roomGathering(own.database, later.slug))!;
  const { actor } = await as(own.database, personId);
  expect(await taker(own.database, actor, null, gathering)).toEqual({ registrationId: asked.id, access: null });
  expect(await taker(own.database, visitor(false), asked.id, gathering)).not.toBeNull();
  expect(await taker(own.database, visitor(false), "'; drop table", gathering)).toBeNull();
});

test('who helps takes part without registration; of a concept or a stranger there is nothing', async () => {
  await move(own.database, scene, room.id, 'begun');
  const helperId = await makePerson(own.database);
  const { email } = await own.database.person.findUniqueOrThrow({ where: { id: helperId } });
  given(await addToCrew({ gatheringId: room.id, email, task: 'helper' }, await as(own.database, scene.editorId)));
  const gathering = (await roomGathering(own.database, room.slug))!;
  const helper = await as(own.database, helperId);
  expect(await taker(own.database, helper.actor, null, gathering)).toEqual({ registrationId: null, access: 'door' });
  const stranger = await as(own.database, await makePerson(own.database));
  expect(await taker(own.database, stranger.actor, null, gathering)).toBeNull();
});

test('the stream and its plain form are for who takes part, and never say who wrote or what was hidden', async () => {
  await move(own.database, scene, room.id, 'begun');
  const path = `/ontmoet/${room.slug}/live?na=0&vorm=json`;
  expect(await phone().get(live.loader, path, params())).toMatchObject({ status: 403 });
  const browser = phone();
  await takeSeat(browser);
  await pin(own.database, room.id, seat().registrationId, 'Zichtbaar');
  const hiddenId = await pin(own.database, room.id, seat().registrationId, 'Dit is verborgen');
  await own.database.gatheringNote.update({
    where: { id: hiddenId },
    data: { state: 'hidden', hiddenAt: new Date(), hiddenReason: 'Reden' },
  });
  const answer = await browser.get(live.loader, path, params());
  const text = (await answer.response?.text()) ?? '';
  expect(text).toContain('Zichtbaar');
  for (const secret of ['Dit is verborgen', 'Reden', seat().registrationId, seat().personId])
    expect(text).not.toContain(secret);
  const screen = `/ontmoet/${room.slug}/live?scherm`;
  expect(await browser.get(live.loader, screen, params())).toMatchObject({ status: 403 });
  await move(own.database, scene, room.id, 'closed');
  expect(await browser.get(live.loader, `/ontmoet/${room.slug}/live`, params())).toMatchObject({ status: 204 });
  expect(await openWall(browser)).toMatchObject({ status: 200 });
  const late = await browser.post(note.action, `/ontmoet/${room.slug}/muur/briefje`, words(), params());
  expect(late.status).toBe(409);
});

// the last one: after it nothing more is tried from this address
test('a code is not guessed for long', async () => {
  await move(own.database, scene, room.id, 'begun');
  const browser = phone();
  for (let n = 0; n < 60; n += 1) await takeSeat(browser, `Z${String(n).padStart(3, '0')}`);
  expect(await takeSeat(browser)).toMatchObject({ status: 429 });
});
