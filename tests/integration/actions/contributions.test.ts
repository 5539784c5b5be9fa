import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes, type Instant } from '#app/kernel/instant.ts';
import { contributionHandlers } from '#app/modules/actions/mails/mail-moves.server.ts';
import { contributionPage, ownContributions } from '#app/modules/actions/queries/contributions.query.server.ts';
import { attachNote } from '#app/modules/gatherings/commands/attach-note.server.ts';
import { answerItem, putForward } from '#app/modules/gatherings/commands/put-forward.server.ts';
import { writeNote } from '#app/modules/gatherings/commands/write-note.server.ts';
import { publishReport, saveReport } from '#app/modules/gatherings/commands/write-report.server.ts';
import { writeQuestion } from '#app/modules/gatherings/commands/write-question.server.ts';
import { reportDesk } from '#app/modules/gatherings/queries/report.query.server.ts';
import { visitor, type Actor } from '#app/modules/people/actor.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import {
  makeBody,
  makeInitiative,
  makeMembership,
  makeOrganisation,
  makePerson,
  testNow,
} from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { after, close, evening, makeEvening, type Evening } from '../gatherings/begun.ts';
import { as, given, makeScene, type GatheringScene } from '../gatherings/scene.ts';
import { makeMeeting } from './scene.ts';

const own = useTestDatabase();
let scene: GatheringScene;
let made: Evening;
let [noteId, questionId, itemId, portfolioId, bodyId, writerId] = ['', '', '', '', '', ''];

beforeAll(async () => {
  const { database } = own;
  scene = await makeScene(database);
  made = await makeEvening(database, scene, { came: 6 });
  bodyId = await makeBody(database);
  const organisationId = await makeOrganisation(database, { name: 'Buurtkeuken' });
  ({ id: portfolioId } = await database.portfolio.findFirstOrThrow({ where: { organisationId } }));
  [noteId, questionId, itemId] = [newId(), newId(), newId()];
  const first = made.people[0]!;
  writerId = first.personId;
  const here = { gatheringId: made.id, registrationId: first.id };
  const writer = await as(database, writerId, evening);
  const note = { id: noteId, kind: 'idea' as const, text: 'Een fornuis voor de buurtkamer.', byline: '', pileId: null };
  given(await writeNote({ gatheringId: made.id, from: { registrationId: first.id }, ...note }, writer));
  given(
    await writeQuestion(
      { ...here, id: questionId, tableId: null, clusterId: null, text: 'Hoe kunnen we samen koken?' },
      writer,
    ),
  );
});

const editor = async (now: Instant = after) => as(own.database, scene.editorId, now);
const writer = async () => (await as(own.database, writerId)).actor;
const page = async (kind: 'note' | 'question' | 'item', id: string, actor = visitor(true)) =>
  contributionPage(own.database, actor, { kind, id });

/** What the worker mails at a moment. */
async function tell(now: Instant): Promise<Mail[]> {
  const { database } = own;
  const sent: Mail[] = [];
  const run = async (name: string, payload: unknown) =>
    contributionHandlers
      .find((one) => one.name === name)
      ?.run(payload, {
        ...{ database, secret: '', now, publicUrl: 'https://wijkbeurs.example', jobKey: newId() },
        mailer: { send: async (mail) => Promise.resolve(void sent.push(mail)) },
      });
  await run('tell-input-moves', {});
  const jobs = await database.$queryRaw<{ payload: unknown }[]>`
    select j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'mail-input-moves' order by j.id`;
  await database.$executeRaw`delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = 'mail-input-moves'`;
  for (const { payload } of jobs) await run('mail-input-moves', payload);
  return sent;
}

describe('what somebody put in', () => {
  test('is theirs alone until the report is out', async () => {
    expect(await page('note', noteId)).toBeNull();
    expect(await page('note', noteId, (await as(own.database, made.people[1]!.personId)).actor)).toBeNull();
    expect(await page('note', 'x')).toBeNull();
    expect(await page('note', noteId, await writer())).toMatchObject({
      isOwn: true,
      isPublic: false,
      moves: [],
      next: { kind: 'note-open' },
    });
    expect((await ownContributions(own.database, await writer())).map(({ kind }) => kind).sort()).toEqual([
      'note',
      'question',
    ]);
  });

  test('tells its way, and its writer once of each move that no other mail tells', async () => {
    expect(await tell(after)).toEqual([]);
    const taker = { registrationId: null, access: 'run' as const };
    given(await attachNote({ gatheringId: made.id, noteId, portfolioId, taker }, await editor(evening)));
    await close(own.database, scene, made.id);
    const order = {
      ...{ gatheringId: made.id, id: itemId, bodyId, title: 'Samen koken', request: 'Wil het team een keuken zoeken?' },
      questionIds: [questionId],
    };
    given(await putForward(order, await editor()));
    const sent = await tell(addMinutes(after, 5));
    expect(sent).toHaveLength(1);
    const { email } = await own.database.person.findUniqueOrThrow({ where: { id: writerId } });
    expect(sent[0]?.to).toBe(email);
    expect(sent[0]?.text).toContain('Bewaard bij het initiatief Buurtkeuken');
    expect(sent[0]?.text).toMatch(/Gevraagd aan Opgaveteam/);
    expect(await tell(addMinutes(after, 65))).toEqual([]);
    const chairId = await makePerson(own.database);
    await makeMembership(own.database, { personId: chairId, bodyId, role: 'chair' });
    const chair = await as(own.database, chairId, addMinutes(after, 90));
    given(await answerItem({ id: itemId, revision: 1, answer: 'taken-up', text: 'Er is een keuken gevonden.' }, chair));
    // everybody who was there gets the answer by the mail of the evening
    expect(await tell(addMinutes(after, 120))).toEqual([]);
    expect((await page('question', questionId, await writer()))?.moves.map(({ move }) => move)).toEqual([
      'put-forward',
      'answered-taken-up',
    ]);
  });

  test('is public with the report, without who it was', async () => {
    given(await saveReport({ gatheringId: made.id, revision: 0, intro: 'Zo was het.', leftOut: [] }, await editor()));
    const desk = (await reportDesk(own.database, (await editor()).actor, made.slug))!;
    given(await publishReport({ gatheringId: made.id, revision: desk.revision, names: desk.names }, await editor()));
    const seen = await page('note', noteId);
    expect(seen).toMatchObject({ isOwn: false, isPublic: true, next: { kind: 'note-kept' } });
    expect(seen?.moves.map(({ move }) => move)).toEqual(['attached', 'reported']);
    const { name } = await own.database.person.findUniqueOrThrow({ where: { id: writerId } });
    expect(JSON.stringify([seen, await page('question', questionId), await page('item', itemId)])).not.toContain(name);
    expect(await page('item', itemId)).toMatchObject({ next: { kind: 'finished' } });
  });

  test('is told to nobody who turned it off, also not later', async () => {
    await own.database.person.update({ where: { id: writerId }, data: { mailOnSteps: false } });
    const other = await makeOrganisation(own.database);
    const { id } = await own.database.portfolio.findFirstOrThrow({ where: { organisationId: other } });
    await own.database.gatheringNotePortfolio.create({
      data: { noteId, portfolioId: id, attachedAt: addMinutes(after, 200) },
    });
    expect(await tell(addMinutes(after, 240))).toEqual([]);
    await own.database.person.update({ where: { id: writerId }, data: { mailOnSteps: true } });
    expect(await tell(addMinutes(after, 300))).toEqual([]);
  });
});

test('what is put forward for a meeting is its asker’s to follow, and an agenda moves what stands on it', async () => {
  const { database } = own;
  const [askedById, topicId] = [await makePerson(database), newId()];
  const meetingId = await makeMeeting(database, bodyId);
  await database.meetingRequest.create({
    data: {
      ...{ id: topicId, bodyId, title: 'Een bankje', request: 'Kan er een bankje komen bij de halte?', askedById },
      ...{ askedAt: testNow, answerBy: new Date('2026-12-24') },
    },
  });
  const asker = (await as(database, askedById)).actor;
  const way = async (actor: Actor) => contributionPage(database, actor, { kind: 'topic', id: topicId });
  expect(await way(visitor(true))).toBeNull();
  expect(await way(asker)).toMatchObject({ isOwn: true, isPublic: false, next: { kind: 'topic-waits' } });
  await database.$transaction(async (tx) => {
    const place = { meetingId, kind: 'discuss', minutes: 10, addedAt: testNow, changedAt: testNow };
    await tx.meetingItem.create({ data: { ...place, id: newId(), position: 0, title: 'Bankje', requestId: topicId } });
    await tx.meetingItem.create({
      data: { ...place, id: newId(), position: 1, title: 'Koken', gatheringItemId: itemId },
    });
    await tx.meetingRequest.update({
      where: { id: topicId },
      data: { state: 'placed', answeredAt: testNow, revision: 2 },
    });
  });
  expect(await way(asker)).toMatchObject({ next: { kind: 'topic-placed' } });
  const moves = (await page('item', itemId, (await editor()).actor))?.moves.map(({ move }) => move);
  expect(moves).toContain('on-agenda');
  expect((await page('question', questionId, await writer()))?.moves.map(({ move }) => move)).toContain('on-agenda');
  // the asker of the topic hears of it by the mail of the meetings
  const { email } = await database.person.findUniqueOrThrow({ where: { id: askedById } });
  expect((await tell(addMinutes(testNow, 30))).map(({ to }) => to)).not.toContain(email);
});

test('a plan is public with its steps, and a draft is nobody’s', async () => {
  const submitterId = await makePerson(own.database);
  const id = await makeInitiative(own.database, { submitterId });
  const draftId = await makeInitiative(own.database, { submitterId, stage: 'draft' });
  const actor = (await as(own.database, submitterId)).actor;
  const of = async (which: string) => contributionPage(own.database, actor, { kind: 'initiative', id: which });
  expect(await of(id)).toMatchObject({ isOwn: true, isPublic: true, next: { kind: 'plan', stage: 'submitted' } });
  expect(await of(draftId)).toBeNull();
  expect((await ownContributions(own.database, actor)).map((line) => line.id)).toEqual([id]);
});
