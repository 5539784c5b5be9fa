import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { answerRegistration } from '#app/modules/gatherings/commands/answer-registration.server.ts';
import { addToCrew } from '#app/modules/gatherings/commands/change-crew.server.ts';
import { putForward } from '#app/modules/gatherings/commands/put-forward.server.ts';
import { settleGatherings } from '#app/modules/gatherings/commands/settle-gatherings.server.ts';
import { writeNote } from '#app/modules/gatherings/commands/write-note.server.ts';
import { publishReport, saveReport } from '#app/modules/gatherings/commands/write-report.server.ts';
import { writeQuestion } from '#app/modules/gatherings/commands/write-question.server.ts';
import { agendaItemsForBody, oneItemOfWork } from '#app/modules/gatherings/queries/agenda-items.query.server.ts';
import { wallOf } from '#app/modules/gatherings/queries/live.query.server.ts';
import { workGathering } from '#app/modules/gatherings/queries/organiser.query.server.ts';
import { publicReport, reportDesk } from '#app/modules/gatherings/queries/report.query.server.ts';
import { tokenOf } from '#app/modules/gatherings/token.server.ts';
import * as registering from '#app/routes/ontmoet.$slug.aanmelden.tsx';
import * as programme from '#app/routes/ontmoet-werk.$slug.programma.tsx';
import * as promises from '#app/routes/ontmoet.$slug.beloftes.($token).tsx';
import * as join from '#app/routes/ontmoet.$slug.mee.tsx';
import { makeBody, makeMembership, makePerson } from '#tests/factories/index.ts';
import { Browser, browserOf } from '#tests/integration/people/visiting.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { after, close, evening, makeEvening, nobody } from './begun.ts';
import { as, given, makeGathering, makeScene, secret, type GatheringScene } from './scene.ts';

/** What somebody found who walked an evening as a stranger. */

const own = useTestDatabase();
let scene: GatheringScene;

beforeAll(async () => {
  scene = await makeScene(own.database);
});

const editor = async (now = after) => as(own.database, scene.editorId, now);

test('a question that is left out of the report is not read in what was asked of a body either', async () => {
  const { id, slug, guest } = await makeEvening(own.database, scene);
  const [kept, leftOut] = [newId(), newId()];
  for (const [questionId, text] of [
    [kept, 'Hoe kunnen we bankjes maken?'],
    [leftOut, 'Hoe kunnen we mevrouw De Vries helpen?'],
  ] as const) {
    const place = { gatheringId: id, id: questionId, registrationId: guest.id, tableId: null, clusterId: null };
    given(await writeQuestion({ ...place, text }, nobody(own.database)));
  }
  await close(own.database, scene, id);
  const body = `team-${newId().slice(-8)}`;
  const bodyId = await makeBody(own.database, { kind: 'opgaveteam', slug: body });
  const itemId = newId();
  const words = { title: 'Bankjes', request: 'Willen jullie dit op de agenda zetten?' };
  const order = { gatheringId: id, id: itemId, bodyId, ...words, questionIds: [kept, leftOut] };
  given(await putForward(order, await editor()));
  const report = { gatheringId: id, revision: 0, intro: '' };
  given(await saveReport({ ...report, leftOut: [{ kind: 'question', subjectId: leftOut }] }, await editor()));
  const { revision, names } = (await reportDesk(own.database, (await editor()).actor, slug))!;
  given(await publishReport({ gatheringId: id, revision, names }, await editor()));
  const [inReport] = (await publicReport(own.database, slug))!.items;
  const [ofBody] = await agendaItemsForBody(own.database, body);
  expect([inReport?.questions, ofBody?.questions]).toEqual([
    ['Hoe kunnen we bankjes maken?'],
    ['Hoe kunnen we bankjes maken?'],
  ]);
  // who answers reads all that was asked
  const chairId = await makePerson(own.database);
  await makeMembership(own.database, { personId: chairId, bodyId, role: 'chair' });
  const chair = await as(own.database, chairId, after);
  expect((await oneItemOfWork(own.database, chair.actor, itemId))?.questions).toHaveLength(2);
});

describe('registering', () => {
  const params = ({ slug }: { slug: string }) => ({ slug });
  const typed = (name: string) => ({ formKey: newId(), name, comesAs: 'resident', languages: 'nl', website: '' });

  test('a second time loses nothing: the page of what one said comes instead, and a form from before comes back', async () => {
    const gathering = await makeGathering(own.database, scene);
    const personId = await makePerson(own.database);
    const { email } = await own.database.person.findUniqueOrThrow({ where: { id: personId } });
    const { browser } = await browserOf(own.database, email);
    const here = `/ontmoet/${gathering.slug}/aanmelden`;
    const post = async (fields: Record<string, string>) =>
      browser.post(registering.action, here, fields, params(gathering));
    const first = typed('Eerste naam');
    const { location } = await post(first);
    expect(location).toContain('/mijn-aanmelding/');
    expect(await post(first)).toMatchObject({ status: 303, location });
    expect(await browser.get(registering.loader, here, params(gathering))).toMatchObject({ status: 303, location });
    const again = await post(typed('Andere naam'));
    expect(again).toMatchObject({ status: 409 });
    expect(JSON.stringify(again.data)).toContain('Andere naam');
  });
});

test('a promise is not taken back with the code of a name card: others can read it', async () => {
  const { id, slug, guest } = await makeEvening(own.database, scene);
  const { doorCode } = await own.database.gatheringRegistration.findUniqueOrThrow({ where: { id: guest.id } });
  const phone = new Browser(own.database, 'live');
  await phone.post(join.action, `/ontmoet/${slug}/mee`, { code: doorCode }, { slug });
  const here = `/ontmoet/${slug}/beloftes`;
  const promise = { intent: 'promise', id: newId(), what: 'Soep koken', dueOn: '2027-01-10', portfolioId: '' };
  expect(await phone.post(promises.action, here, promise, { slug })).toMatchObject({ status: 303 });
  const back = { intent: 'take-back', id: promise.id };
  const count = async () => own.database.gatheringPromise.count({ where: { gatheringId: id } });
  expect(await phone.post(promises.action, here, back, { slug })).toMatchObject({ status: 404 });
  expect(await count()).toBe(1);
  const link = { slug, token: tokenOf(secret, guest.id) };
  const byLink = await new Browser(own.database, 'live').post(promises.action, `${here}/${link.token}`, back, link);
  expect(byLink).toMatchObject({ status: 303 });
  expect(await count()).toBe(0);
});

test('the name under a note goes when its writer cancels; what it says stays', async () => {
  const { id, guest } = await makeEvening(own.database, scene);
  const note = {
    gatheringId: id,
    id: newId(),
    from: { registrationId: guest.id },
    kind: 'idea',
    pileId: null,
  } as const;
  given(await writeNote({ ...note, text: 'Meer bomen', byline: 'Fatima' }, nobody(own.database)));
  const before = await own.database.gatheringChange.count({ where: { gatheringId: id } });
  const cancelled = await answerRegistration(
    { token: tokenOf(secret, guest.id), change: { kind: 'cancel' } },
    { database: own.database, now: evening },
  );
  given(cancelled);
  const { notes } = await wallOf(own.database, id);
  expect(notes).toMatchObject([{ text: 'Meer bomen', byline: '', revision: 2 }]);
  expect(await own.database.gatheringChange.count({ where: { gatheringId: id } })).toBeGreaterThan(before);
});

test('who helped at the door sees no names any more two days after the evening; who leads it does', async () => {
  const { id, slug } = await makeEvening(own.database, scene);
  const { endsAt } = await own.database.gathering.findUniqueOrThrow({ where: { id } });
  const [helperId, leaderId] = [await makePerson(own.database), await makePerson(own.database)];
  for (const [personId, task] of [
    [helperId, 'helper'],
    [leaderId, 'organiser'],
  ] as const) {
    const { email } = await own.database.person.findUniqueOrThrow({ where: { id: personId } });
    given(await addToCrew({ gatheringId: id, email, task }, await editor(evening)));
  }
  const access = async (personId: string) =>
    (await workGathering(own.database, (await as(own.database, personId)).actor, slug))?.access ?? null;
  await settleGatherings({ database: own.database, now: addMinutes(endsAt, 47 * 60) });
  expect([await access(helperId), await access(leaderId)]).toEqual(['door', 'run']);
  await settleGatherings({ database: own.database, now: addMinutes(endsAt, 49 * 60) });
  expect([await access(helperId), await access(leaderId)]).toEqual([null, 'run']);
});

test('what was typed in a small form of the programme comes back with the mistake, also when somebody was first', async () => {
  const { id, slug } = await makeGathering(own.database, scene);
  const personId = await makePerson(own.database);
  const { email } = await own.database.person.findUniqueOrThrow({ where: { id: personId } });
  given(await addToCrew({ gatheringId: id, email, task: 'organiser' }, await editor(evening)));
  const { browser } = await browserOf(own.database, email);
  const post = async (fields: Record<string, string>) =>
    browser.post(programme.action, `/ontmoet-werk/${slug}/programma`, fields, { slug });
  const added = { intent: 'add', formKey: newId(), kind: 'groups', title: 'Aan tafel', minutes: '40' };
  expect(await post({ ...added, minutes: '4000' })).toMatchObject({
    status: 422,
    data: { smallForm: { typed: { title: 'Aan tafel', minutes: '4000' }, mistake: 'rounds:mistake.minutes' } },
  });
  expect(await post(added)).toMatchObject({ status: 303 });
  const round = await own.database.gatheringRound.findFirstOrThrow({ where: { gatheringId: id, title: 'Aan tafel' } });
  const change = { intent: 'change', roundId: round.id, revision: '1', title: 'Tafels', minutes: '30' };
  const seats = { areaWish: 'near', leastSeats: '8', mostSeats: '4' };
  expect(await post({ ...change, ...seats })).toMatchObject({
    status: 422,
    data: { smallForm: { typed: { title: 'Tafels', mostSeats: '4' }, mistake: 'rounds:mistake.seatsOrder' } },
  });
  expect(await post(change)).toMatchObject({ status: 303 });
  expect(await post({ ...change, title: 'Te laat' })).toMatchObject({
    status: 409,
    data: { smallForm: { typed: { title: 'Te laat' }, mistake: 'rounds:refusal.changed-meanwhile' } },
  });
});
