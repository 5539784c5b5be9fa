import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { attachNote, detachNote } from '#app/modules/gatherings/commands/attach-note.server.ts';
import { hideNote, withdrawNote } from '#app/modules/gatherings/commands/change-note.server.ts';
import { draftFromNote } from '#app/modules/gatherings/commands/draft-from-note.server.ts';
import { changePile, makePile, moveNote } from '#app/modules/gatherings/commands/sort-notes.server.ts';
import { writeNote, type WriteNote } from '#app/modules/gatherings/commands/write-note.server.ts';
import { wallOf } from '#app/modules/gatherings/queries/live.query.server.ts';
import { workWall } from '#app/modules/gatherings/queries/wall.query.server.ts';
import { notesPerMinute } from '#app/modules/gatherings/wall.ts';
import { myGatheringData } from '#app/modules/people/queries/my-gathering-data.server.ts';
import { visitor } from '#app/modules/people/actor.ts';
import { makeOrganisation, makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { evening, makeRoom, move } from './room.ts';
import { as, given, makeScene, type GatheringScene } from './scene.ts';

const own = useTestDatabase();
let scene: GatheringScene;
let room: Awaited<ReturnType<typeof makeRoom>>;
let seat: string;

beforeAll(async () => {
  scene = await makeScene(own.database);
});
beforeEach(async () => {
  room = await makeRoom(own.database, scene);
  await move(own.database, scene, room.id, 'begun');
  seat = room.seats[0]!.registrationId;
});

const words = (more: Partial<WriteNote> = {}): WriteNote => ({
  ...{
    gatheringId: room.id,
    id: newId(),
    from: { registrationId: seat },
    kind: 'idea',
    text: 'Een bankje bij de speeltuin',
  },
  ...{ byline: '', pileId: null },
  ...more,
});
const guest = (now = evening) => ({ database: own.database, now, actor: visitor(false) });
const editor = async () => as(own.database, scene.editorId, evening);
const wall = async () => (await wallOf(own.database, room.id)).notes;
const mine = () => ({ registrationId: seat, access: null });
const other = () => ({ registrationId: room.seats[1]!.registrationId, access: null });

describe('a note', () => {
  test('that is sent twice, also at the same instant, is there once', async () => {
    const note = words();
    const outcomes = await Promise.all([writeNote(note, guest()), writeNote(note, guest()), writeNote(note, guest())]);
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, true]);
    given(await writeNote(note, guest()));
    expect(await wall()).toMatchObject([{ id: note.id, text: note.text, byline: '', portfolios: [] }]);
  });

  test('keeps its id: nobody else writes over it, and it says nothing of who wrote it', async () => {
    const note = words();
    given(await writeNote(note, guest()));
    const forged = words({
      id: note.id,
      from: { registrationId: room.seats[1]!.registrationId },
      text: 'Overschreven',
    });
    expect(await writeNote(forged, guest())).toMatchObject({ reason: 'form-key-invalid' });
    expect(JSON.stringify(await wallOf(own.database, room.id))).not.toContain(seat);
    expect((await wall())[0]?.text).toBe(note.text);
  });

  test('comes from who has a place at this gathering', async () => {
    const elsewhere = await makeRoom(own.database, scene, 'Elders');
    const stranger = { registrationId: elsewhere.seats[0]!.registrationId };
    expect(await writeNote(words({ from: stranger }), guest())).toMatchObject({ reason: 'not-taking-part' });
    expect(await writeNote(words({ from: 'crew' }), guest())).toMatchObject({ reason: 'not-taking-part' });
    const passer = await as(own.database, await makePerson(own.database), evening);
    expect(await writeNote(words({ from: 'crew' }), passer)).toMatchObject({ reason: 'not-taking-part' });
    expect(await wall()).toEqual([]);
  });

  test('one too many in a minute waits; a minute later it goes', async () => {
    for (let n = 0; n < notesPerMinute; n += 1) given(await writeNote(words(), guest()));
    const late = words();
    expect(await writeNote(late, guest())).toMatchObject({ reason: 'too-many-notes' });
    given(await writeNote(late, guest(addMinutes(evening, 2))));
    expect(await wall()).toHaveLength(notesPerMinute + 1);
  });

  test('is refused when it is closed, but who helps types over what hangs there', async () => {
    await move(own.database, scene, room.id, 'closed');
    expect(await writeNote(words(), guest())).toMatchObject({ reason: 'wall-closed' });
    given(await writeNote(words({ from: 'crew', text: 'Van papier' }), await editor()));
    await own.database.gatheringReport.create({
      data: { gatheringId: room.id, changedAt: evening, publishedAt: evening },
    });
    expect(await writeNote(words({ from: 'crew' }), await editor())).toMatchObject({ reason: 'wall-closed' });
    expect((await wall()).map(({ text }) => text)).toEqual(['Van papier']);
  });

  test('is withdrawn by who wrote it, and does not come back when the phone sends it again', async () => {
    const note = words();
    given(await writeNote(note, guest()));
    const order = { gatheringId: room.id, noteId: note.id };
    expect(await withdrawNote({ ...order, taker: other() }, guest())).toMatchObject({ reason: 'note-unknown' });
    given(await withdrawNote({ ...order, taker: mine() }, guest()));
    given(await withdrawNote({ ...order, taker: mine() }, guest()));
    expect(await writeNote(note, guest())).toEqual({ ok: true, value: 'withdrawn' });
    expect(await wall()).toEqual([]);
    expect((await own.database.gatheringNote.findUniqueOrThrow({ where: { id: note.id } })).text).toBe('');
  });

  test('is hidden with a reason by who helps, and shown again', async () => {
    const note = words();
    given(await writeNote(note, guest()));
    const order = { gatheringId: room.id, noteId: note.id, revision: 1 };
    const stranger = await as(own.database, room.seats[1]!.personId, evening);
    expect(await hideNote({ ...order, reason: 'Zomaar' }, stranger)).toMatchObject({ reason: 'note-unknown' });
    given(await hideNote({ ...order, reason: 'Noemt een buurman' }, await editor()));
    expect(JSON.stringify(await wallOf(own.database, room.id))).not.toContain('bankje');
    expect((await workWall(own.database, room.id)).hidden).toMatchObject([{ reason: 'Noemt een buurman' }]);
    expect(await hideNote({ ...order, reason: null }, await editor())).toMatchObject({ reason: 'changed-meanwhile' });
    given(await hideNote({ ...order, revision: 2, reason: null }, await editor()));
    expect(await wall()).toHaveLength(1);
  });
});

describe('piles', () => {
  let pileId: string;
  let noteId: string;
  beforeEach(async () => {
    [pileId, noteId] = [newId(), newId()];
    given(await makePile({ gatheringId: room.id, id: pileId, name: 'Groen' }, await editor()));
    given(await writeNote(words({ id: noteId }), guest()));
  });

  test('of two who move one note at once one is told, and it hangs where the other put it', async () => {
    const second = newId();
    given(await makePile({ gatheringId: room.id, id: second, name: 'Jeugd' }, await editor()));
    const to = async (pile: string) =>
      moveNote({ gatheringId: room.id, noteId, revision: 1, pileId: pile }, await editor());
    const outcomes = await Promise.all([to(pileId), to(second)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ reason: 'changed-meanwhile' });
    const [note] = await wall();
    expect(note?.pileId).toBe(outcomes[0].ok ? pileId : second);
    expect(note?.revision).toBe(2);
  });

  test('are of one wall, keep apart from clusters of portfolios, and leave their notes when they go', async () => {
    const elsewhere = await makeRoom(own.database, scene, 'Elders');
    const foreign = newId();
    given(await makePile({ gatheringId: elsewhere.id, id: foreign, name: 'Elders' }, await editor()));
    const move_ = { gatheringId: room.id, noteId, revision: 1 };
    expect(await moveNote({ ...move_, pileId: foreign }, await editor())).toMatchObject({ reason: 'pile-unknown' });
    given(await moveNote({ ...move_, pileId }, await editor()));
    given(await changePile({ gatheringId: room.id, pileId, revision: 1, name: 'Meer groen' }, await editor()));
    const stale = { gatheringId: room.id, pileId, revision: 1, name: null };
    expect(await changePile(stale, await editor())).toMatchObject({ reason: 'changed-meanwhile' });
    given(await changePile({ ...stale, revision: 2 }, await editor()));
    expect(await wall()).toMatchObject([{ id: noteId, pileId: null }]);
  });

  test('are made by who helps, once', async () => {
    const stranger = await as(own.database, room.seats[0]!.personId, evening);
    const order = { gatheringId: room.id, id: newId(), name: 'Van mij' };
    expect(await makePile(order, stranger)).toMatchObject({ reason: 'not-taking-part' });
    await Promise.all([makePile(order, await editor()), makePile(order, await editor())]);
    expect((await wallOf(own.database, room.id)).piles.map(({ name }) => name)).toEqual(['Groen', 'Van mij']);
  });
});

test('a note goes with open portfolios of others, by anybody in the room', async () => {
  const note = words();
  given(await writeNote(note, guest()));
  await makeOrganisation(own.database, { name: 'Buurtkamer' });
  const { id: portfolioId } = await own.database.portfolio.findFirstOrThrow({
    where: { organisation: { name: 'Buurtkamer' } },
  });
  const order = { gatheringId: room.id, noteId: note.id, portfolioId };
  expect(await attachNote({ ...order, taker: { registrationId: null, access: 'read' } }, guest())).toMatchObject({
    reason: 'not-taking-part',
  });
  given(await attachNote({ ...order, taker: other() }, guest()));
  given(await attachNote({ ...order, taker: mine() }, guest()));
  expect((await wall())[0]?.portfolios).toMatchObject([{ name: 'Buurtkamer' }]);
  await own.database.portfolio.update({ where: { id: portfolioId }, data: { state: 'closed' } });
  expect((await wall())[0]?.portfolios).toEqual([]);
  expect(await attachNote({ ...order, portfolioId: newId(), taker: mine() }, guest())).toMatchObject({ ok: false });
  expect(await detachNote({ ...order, taker: other() }, guest())).toMatchObject({ reason: 'not-taking-part' });
  given(await detachNote({ ...order, taker: mine() }, guest()));
});

test('a draft plan is made of a note once, by who wrote it, with its words', async () => {
  const note = words({ text: 'Een bankje bij de speeltuin\nwaar ouders kunnen zitten' });
  given(await writeNote(note, guest()));
  const writer = await as(own.database, room.seats[0]!.personId, evening);
  const formKey = newId();
  const order = { gatheringId: room.id, noteId: note.id, formKey, taker: mine(), origin: 'Van de muur in Osdorp.' };
  const stranger = await as(own.database, room.seats[1]!.personId, evening);
  expect(await draftFromNote({ ...order, taker: other() }, stranger)).toMatchObject({ reason: 'note-of-another' });
  const posts = [order, order, { ...order, formKey: newId() }];
  const outcomes = await Promise.all(posts.map(async (post) => draftFromNote(post, writer)));
  expect(outcomes.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  const made = await own.database.initiative.findMany({ where: { submitterId: room.seats[0]!.personId } });
  expect(made).toHaveLength(1);
  expect(JSON.stringify(made[0]?.draft)).toContain('Een bankje bij de speeltuin');
  expect(JSON.stringify(made[0]?.draft)).toContain('Van de muur in Osdorp.');
  expect((await own.database.gatheringNote.findUniqueOrThrow({ where: { id: note.id } })).initiativeId).toBe(
    made[0]?.id,
  );
});

test('a note from paper becomes a plan of who takes part or helps, not of who only reads along', async () => {
  const note = words({ from: 'crew', pileId: null });
  given(await writeNote(note, await as(own.database, scene.editorId, evening)));
  const order = { gatheringId: room.id, noteId: note.id, formKey: newId(), origin: 'Van de muur.' };
  const reader = await as(own.database, await makePerson(own.database), evening);
  expect(await draftFromNote({ ...order, taker: { registrationId: null, access: 'read' } }, reader)).toMatchObject({
    reason: 'not-taking-part',
  });
  expect((await own.database.gatheringNote.findUniqueOrThrow({ where: { id: note.id } })).initiativeId).toBeNull();
  given(await draftFromNote({ ...order, taker: { registrationId: null, access: 'door' } }, reader));
});

test('the download of who typed a note over has its words, not the name of somebody else under it', async () => {
  given(await writeNote(words({ from: 'crew', byline: 'Mevrouw uit nummer 4' }), await editor()));
  given(await writeNote(words({ byline: 'Ikzelf' }), guest()));
  const typed = JSON.stringify(await myGatheringData(own.database, scene.editorId));
  expect(typed).toContain('Een bankje bij de speeltuin');
  expect(typed).not.toContain('nummer 4');
  expect(JSON.stringify(await myGatheringData(own.database, room.seats[0]!.personId))).toContain('Ikzelf');
});

test('who is erased leaves the words on the wall, without a name', async () => {
  const note = words({ byline: 'Fatima' });
  given(await writeNote(note, guest()));
  await own.database.$queryRaw`select erase_gathering_registrations(array[${seat}::uuid])::text`;
  expect(await wall()).toMatchObject([{ id: note.id, byline: '', text: note.text }]);
  expect(await own.database.gatheringNote.count({ where: { registrationId: seat } })).toBe(0);
});
