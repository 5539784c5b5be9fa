import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addItem, changeItem, moveItem, removeItem } from '#app/modules/meetings/commands/change-agenda.server.ts';
import { moveMeeting } from '#app/modules/meetings/commands/move-meeting.server.ts';
import { changeMeeting, planMeeting } from '#app/modules/meetings/commands/plan-meeting.server.ts';
import {
  answerRequest,
  askForAgenda,
  placeRequest,
  withdrawRequest,
  type PutOnAgenda,
} from '#app/modules/meetings/commands/put-on-agenda.server.ts';
import { meetingFeed } from '#app/modules/meetings/queries/calendar.query.server.ts';
import { meetingWork, workMeeting } from '#app/modules/meetings/queries/meeting-work.query.server.ts';
import { publicMeeting, publicMeetings } from '#app/modules/meetings/queries/public-meetings.query.server.ts';
import { requestToAnswer } from '#app/modules/meetings/queries/requests.query.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { as, given, itemOf, makeMeetingScene, meetingOn, plan, type MeetingScene } from './scene.ts';

const own = useTestDatabase();
let scene: MeetingScene;

beforeAll(async () => {
  scene = await makeMeetingScene(own.database);
});

const editor = async () => as(own.database, scene.editorId);
const revisionOf = async (id: string) =>
  (await own.database.meeting.findUniqueOrThrow({ where: { id }, select: { revision: true } })).revision;
const announce = async (id: string) =>
  moveMeeting({ meetingId: id, revision: await revisionOf(id), to: { kind: 'announced' } }, await editor());
const publishAgenda = async (id: string) =>
  moveMeeting({ meetingId: id, revision: await revisionOf(id), to: { kind: 'agenda-published' } }, await editor());

async function announced(days = 20) {
  const meeting = await plan(await editor(), scene, days);
  given(await announce(meeting.id));
  return meeting;
}

describe('a meeting', () => {
  test('is planned once by who works for its body, and seen by nobody else until it is announced', async () => {
    const order = { formKey: newId(), bodyId: scene.bodyId, content: meetingOn(10), previousTitle: 'Verslag' };
    for (const id of [scene.memberId, scene.residentId, scene.strangerId, scene.controlId])
      expect(await planMeeting(order, await as(own.database, id))).toMatchObject({ reason: 'role-needed' });
    const mine = await editor();
    const [one, two] = await Promise.all([planMeeting(order, mine), planMeeting(order, mine)]);
    expect(two).toEqual(one);
    const slug = given(one);
    expect(await publicMeeting(own.database, slug, testNow)).toBeNull();
    expect((await workMeeting(own.database, mine.actor, slug, testNow))?.items).toMatchObject([{ title: 'Verslag' }]);
    const stranger = await as(own.database, scene.strangerId);
    expect(await workMeeting(own.database, stranger.actor, slug, testNow)).toBeNull();
    expect(await planMeeting({ ...order, formKey: 'x' }, mine)).toMatchObject({ reason: 'form-key-invalid' });
    given(await announce(order.formKey));
    expect((await publicMeeting(own.database, slug, testNow))?.items).toEqual([]);
    const { coming } = await publicMeetings(own.database, { body: '', year: null }, testNow);
    expect(coming.map((line) => line.slug)).toContain(slug);
    expect((await meetingWork(own.database, mine.actor, testNow)).map((line) => line.slug)).toContain(slug);
  });

  test('is moved for everybody to see, and by who saw what it was', async () => {
    const { id, slug } = await announced();
    const content = meetingOn(21, { venueName: 'Elders' });
    expect(await changeMeeting({ meetingId: id, revision: 1, content }, await editor())).toMatchObject({
      reason: 'changed-meanwhile',
    });
    given(await changeMeeting({ meetingId: id, revision: await revisionOf(id), content }, await editor()));
    expect((await publicMeeting(own.database, slug, testNow))?.moved).not.toBeNull();
    const feed = await meetingFeed(own.database, { name: 'V', body: '', publicUrl: 'https://w.example', now: testNow });
    expect(feed).toContain('Elders');
    expect(
      await meetingFeed(own.database, {
        name: 'V',
        body: 'bestaat-niet',
        publicUrl: 'https://w.example',
        now: testNow,
      }),
    ).toBeNull();
  });

  test('is cancelled with a reason and stays', async () => {
    const { id, slug } = await announced();
    const to = { kind: 'cancelled', reason: 'De zaal is dicht' } as const;
    given(await moveMeeting({ meetingId: id, revision: await revisionOf(id), to }, await editor()));
    expect(await publicMeeting(own.database, slug, testNow)).toMatchObject({
      state: 'cancelled',
      cancelReason: to.reason,
    });
    expect(await announce(id)).toMatchObject({ reason: 'meeting-cancelled' });
    expect(await addItem({ meetingId: id, id: newId(), content: itemOf() }, await editor())).toMatchObject({
      reason: 'meeting-cancelled',
    });
  });
});

describe('an agenda', () => {
  test('is put in order, and what changes after publication is marked', async () => {
    const { id, slug } = await announced();
    const [a, b] = [newId(), newId()];
    given(await addItem({ meetingId: id, id: a, content: itemOf({ title: 'Punt A' }) }, await editor()));
    given(await addItem({ meetingId: id, id: a, content: itemOf({ title: 'Punt A' }) }, await editor()));
    given(await addItem({ meetingId: id, id: b, content: itemOf({ title: 'Punt B' }) }, await editor()));
    given(await moveItem({ meetingId: id, id: b, direction: 'up' }, await editor()));
    given(await publishAgenda(id));
    const titles = async () =>
      (await publicMeeting(own.database, slug, testNow))?.items.map(({ title, mark }) => [title, mark]);
    expect(await titles()).toEqual([
      ['Verslag vorige vergadering', null],
      ['Punt B', null],
      ['Punt A', null],
    ]);
    const later = { ...(await editor()), now: new Date(testNow.getTime() + 60_000) };
    given(await changeItem({ meetingId: id, id: a, revision: 1, content: itemOf({ title: 'Punt A!' }) }, later));
    expect(await changeItem({ meetingId: id, id: a, revision: 1, content: itemOf() }, later)).toMatchObject({
      reason: 'changed-meanwhile',
    });
    given(await removeItem({ meetingId: id, id: b }, later));
    expect(await titles()).toEqual([
      ['Verslag vorige vergadering', null],
      ['Punt B', 'removed'],
      ['Punt A!', 'changed'],
    ]);
    const previous = (await workMeeting(own.database, later.actor, slug, testNow))?.items[0];
    expect(await removeItem({ meetingId: id, id: previous?.id ?? '' }, later)).toMatchObject({
      reason: 'item-by-product',
    });
  });

  test('takes only what belongs to its body', async () => {
    const { id } = await announced();
    const mine = await editor();
    const add = async (content: ReturnType<typeof itemOf>) => addItem({ meetingId: id, id: newId(), content }, mine);
    expect(await add(itemOf({ actielijnId: newId() }))).toMatchObject({ reason: 'actielijn-unknown' });
    expect(await add(itemOf({ initiativeSlug: 'bestaat-niet' }))).toMatchObject({ reason: 'initiative-unknown' });
    expect(await add(itemOf({ decisionId: newId() }))).toMatchObject({ reason: 'decision-of-body' });
    expect(await addItem({ meetingId: 'x', id: newId(), content: itemOf() }, mine)).toMatchObject({
      reason: 'meeting-unknown',
    });
    const stranger = await as(own.database, scene.strangerId);
    expect(await addItem({ meetingId: id, id: newId(), content: itemOf() }, stranger)).toMatchObject({
      reason: 'role-needed',
    });
  });
});

describe('something put forward', () => {
  const asking = (changes: Partial<PutOnAgenda> = {}): PutOnAgenda => ({
    ...{ id: newId(), bodyId: scene.bodyId, meetingId: null, title: 'Bankjes' },
    ...{ request: 'Wij vragen bankjes op het plein.', for: { kind: 'resident' } },
    ...changes,
  });
  const resident = async () => as(own.database, scene.residentId);
  const stateOf = async (id: string) => (await own.database.meetingRequest.findUniqueOrThrow({ where: { id } })).state;
  const jobs = async (news: string, id: string) => {
    const rows = await own.database.$queryRaw<{ key: string }[]>`
      select key from graphile_worker.jobs where key like ${`meeting-request:${id}%${news}%`}`;
    return rows.length;
  };

  test('is asked in the name of who one speaks for only, once, and not without end', async () => {
    const order = asking({ for: { kind: 'organisation', id: scene.organisationId } });
    const mine = await resident();
    expect(given(await askForAgenda(order, mine))).toBe(order.id);
    expect(given(await askForAgenda(order, mine))).toBe(order.id);
    expect(await jobs('request-asked', order.id)).toBeGreaterThan(0);
    const member = await as(own.database, scene.memberId);
    expect(await askForAgenda(order, member)).toMatchObject({ reason: 'organisation-unknown' });
    const group = asking({ for: { kind: 'workgroup', id: scene.workgroupId } });
    expect(await askForAgenda(group, mine)).toMatchObject({ reason: 'workgroup-unknown' });
    expect(given(await askForAgenda(group, member))).toBe(group.id);
    expect(await askForAgenda(asking({ bodyId: newId() }), mine)).toMatchObject({ ok: false });
    // one waits already: however many come at once, five is the end
    const many = await Promise.all(Array.from({ length: 8 }, async () => askForAgenda(asking(), mine)));
    expect(many.filter(({ ok }) => ok)).toHaveLength(4);
    expect(await askForAgenda(asking(), mine)).toMatchObject({ reason: 'too-many-requests' });
    await own.database.meetingRequest.updateMany({
      where: { askedById: scene.residentId },
      data: { state: 'withdrawn' },
    });
  });

  test('is placed on an agenda, and comes back when the meeting is cancelled', async () => {
    const order = asking();
    given(await askForAgenda(order, await resident()));
    const { id: meetingId, slug } = await announced();
    const place = { id: order.id, revision: 1, meetingId, itemId: newId(), minutes: 10 };
    expect(await placeRequest(place, await as(own.database, scene.strangerId))).toMatchObject({
      reason: 'role-needed',
    });
    given(await placeRequest(place, await editor()));
    expect(await jobs('request-placed', order.id)).toBe(1);
    expect(await placeRequest({ ...place, itemId: newId() }, await editor())).toMatchObject({
      reason: 'already-placed',
    });
    expect(await withdrawRequest({ id: order.id, revision: 2 }, await resident())).toMatchObject({
      reason: 'already-placed',
    });
    given(await publishAgenda(meetingId));
    const shown = await publicMeeting(own.database, slug, testNow);
    expect(shown?.items.at(-1)).toMatchObject({ title: 'Bankjes', from: { kind: 'resident' } });
    expect(JSON.stringify(shown)).not.toContain('Bas');
    const to = { kind: 'cancelled', reason: 'Ziek' } as const;
    given(await moveMeeting({ meetingId, revision: await revisionOf(meetingId), to }, await editor()));
    expect(await stateOf(order.id)).toBe('asked');
    expect(await jobs('back', order.id)).toBe(1);
  });

  test('is answered once, with a reason, by another person than who asked', async () => {
    const order = asking();
    given(await askForAgenda(order, await as(own.database, scene.chairId)));
    const text = 'Dit komt in het plan voor het plein.';
    expect(
      await answerRequest({ id: order.id, revision: 1, text }, await as(own.database, scene.chairId)),
    ).toMatchObject({
      reason: 'own-request',
    });
    const [one, two] = await Promise.all([
      answerRequest({ id: order.id, revision: 1, text }, await editor()),
      answerRequest({ id: order.id, revision: 1, text: `${text} Echt.` }, await editor()),
    ]);
    expect([one, two].filter(({ ok }) => ok)).toHaveLength(1);
    const control = await as(own.database, scene.controlId);
    expect((await requestToAnswer(own.database, control.actor, order.id, testNow))?.access).toBe('read');
    const stranger = await as(own.database, scene.strangerId);
    expect(await requestToAnswer(own.database, stranger.actor, order.id, testNow)).toBeNull();
  });
});
