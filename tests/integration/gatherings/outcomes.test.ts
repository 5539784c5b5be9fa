import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { agreeToBeNamed, chooseOutcomeMails } from '#app/modules/gatherings/commands/agree-to-be-named.server.ts';
import { sayGoOn } from '#app/modules/gatherings/commands/go-on.server.ts';
import { makePromise } from '#app/modules/gatherings/commands/make-promise.server.ts';
import { answerItem, putForward, withdrawItem } from '#app/modules/gatherings/commands/put-forward.server.ts';
import { publishReport, saveReport } from '#app/modules/gatherings/commands/write-report.server.ts';
import { writeQuestion } from '#app/modules/gatherings/commands/write-question.server.ts';
import { publicReport, reportDesk } from '#app/modules/gatherings/queries/report.query.server.ts';
import { outcomeHandlers } from '#app/modules/gatherings/mails/mail-outcome.server.ts';
import { myGatheringData } from '#app/modules/people/queries/my-gathering-data.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import type { Mail } from '#app/platform/mail.server.ts';
import { makeBody, makeMembership, makeOrganisation, makePerson } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { after, close, makeEvening, nobody, seatTogether, type Evening } from './begun.ts';
import { as, given, makeScene, newsOf, secret, type GatheringScene } from './scene.ts';

const own = useTestDatabase();
let scene: GatheringScene;

beforeAll(async () => {
  scene = await makeScene(own.database);
});

const editor = async () => as(own.database, scene.editorId, after);

/** An evening that is over, with two design questions of a guest. */
async function makeOver(came = 6): Promise<Evening & { questions: string[] }> {
  const made = await makeEvening(own.database, scene, { came });
  const questions = [newId(), newId()];
  for (const [index, id] of questions.entries())
    given(
      await writeQuestion(
        {
          ...{ gatheringId: made.id, id, registrationId: made.guest.id, tableId: null, clusterId: null },
          text: `Hoe kunnen we vraag ${String(index)} oplossen?`,
        },
        nobody(own.database),
      ),
    );
  await close(own.database, scene, made.id);
  return { ...made, questions };
}

const save = async (gatheringId: string, leftOut: string[] = [], revision = 0) =>
  saveReport(
    {
      gatheringId,
      revision,
      intro: 'Zo was het.',
      leftOut: leftOut.map((subjectId) => ({ kind: 'question', subjectId })),
    },
    await editor(),
  );
const desk = async (slug: string) => (await reportDesk(own.database, (await editor()).actor, slug))!;
const publish = async (slug: string) => {
  const { id, revision, names } = await desk(slug);
  return publishReport({ gatheringId: id, revision, names }, await editor());
};

describe('a report', () => {
  test('is published once by who runs it, after the evening, without what is left out', async () => {
    const { id, slug, questions, people } = await makeOver();
    given(await save(id, [questions[1]!]));
    expect(await save(id)).toMatchObject({ reason: 'changed-meanwhile' });
    const order = { gatheringId: id, revision: 1, names: (await desk(slug)).names };
    expect(await publishReport(order, await as(own.database, people[0]!.personId))).toMatchObject({
      reason: 'gathering-unknown',
    });
    expect(await publicReport(own.database, slug)).toBeNull();
    given(await publish(slug));
    expect(await publish(slug)).toMatchObject({ reason: 'already-published' });
    const shown = await publicReport(own.database, slug);
    expect(shown?.clusters.flatMap((one) => one.items)).toMatchObject([{ id: questions[0] }]);
    expect(shown?.numbers.came).toMatchObject({ total: 7 });
    expect(JSON.stringify(shown)).not.toContain('Bewoner');
  });

  test('of an evening that goes on is not published, also not by going round the command', async () => {
    const { id, slug } = await makeEvening(own.database, scene);
    expect(await publish(slug)).toMatchObject({ reason: 'not-over-yet' });
    const data = { gatheringId: id, changedAt: after, publishedAt: after };
    await expect(own.database.gatheringReport.create({ data })).rejects.toThrow('gathering_report_after');
  });

  test('names who agreed, as long as they agree, and asks to look again when that changed', async () => {
    const { id, slug, people } = await makeOver();
    const [one, other] = people.map((person) => ({ gatheringId: id, registrationId: person.id }));
    given(await agreeToBeNamed({ ...one!, shownAs: 'Fatima van de tuin' }, nobody(own.database)));
    const { revision, names } = await desk(slug);
    given(await agreeToBeNamed({ ...other!, shownAs: 'Kees' }, nobody(own.database)));
    given(await agreeToBeNamed({ ...one!, shownAs: null }, nobody(own.database)));
    expect(await publishReport({ gatheringId: id, revision, names }, await editor())).toMatchObject({
      reason: 'names-changed',
    });
    given(await publish(slug));
    const namesNow = async () => (await publicReport(own.database, slug))?.names;
    expect(await namesNow()).toEqual(['Kees']);
    given(await agreeToBeNamed({ ...other!, shownAs: null }, nobody(own.database)));
    expect(await namesNow()).toEqual([]);
  });

  test('is told once to who was there and wants to hear of it', async () => {
    const { id, slug, people, guest } = await makeOver();
    const no = { gatheringId: id, registrationId: people[0]!.id, wants: false };
    given(await chooseOutcomeMails(no, nobody(own.database)));
    given(await publish(slug));
    const told = async (registrationId: string) =>
      (await newsOf(own.database, registrationId)).filter((news) => news === 'report-out').length;
    expect([await told(people[0]!.id), await told(people[1]!.id), await told(guest.id)]).toEqual([0, 1, 1]);
  });

  test('counts who came at publication, and shows no few', async () => {
    const { slug } = await makeOver(2);
    given(await publish(slug));
    const { numbers } = (await publicReport(own.database, slug))!;
    expect(numbers.came).toEqual({ total: null, parts: [] });
  });
});

/** A worker that keeps the mails it sends. */
function mailing(database: Database) {
  const sent: Mail[] = [];
  const handle = async (name: string, payload: object) =>
    outcomeHandlers
      .find((one) => one.name === name)
      ?.run(payload, {
        ...{ database, secret, now: after, publicUrl: 'https://wijkbeurs.example', jobKey: newId() },
        mailer: { send: async (mail) => Promise.resolve(void sent.push(mail)) },
      });
  return { handle, sent };
}

test('a match of two who go on is of the evening, also when who they were is erased', async () => {
  const { id, slug, people } = await makeEvening(own.database, scene);
  const [one, other] = [people[0]!.id, people[1]!.id];
  for (const { id: registrationId, personId } of people.slice(0, 2)) {
    const organisationId = await makeOrganisation(own.database);
    const member = { id: newId(), organisationId, personId, beginsOn: new Date('2026-01-01') };
    await own.database.organisationMember.create({ data: member });
    const { id: portfolioId } = await own.database.portfolio.findFirstOrThrow({ where: { organisationId } });
    await own.database.gatheringRegistrationPortfolio.create({
      data: { registrationId, portfolioId, why: 'comes-for' },
    });
  }
  const { roundId } = await seatTogether(own.database, id, [one, other]);
  const at = { database: own.database, now: after };
  given(await sayGoOn({ roundId, fromId: one, toId: other }, at));
  expect(await sayGoOn({ roundId, fromId: other, toId: one }, at)).toEqual({ ok: true, value: 'match' });
  await own.database.$executeRaw`select erase_gathering_registrations(array[${one}::uuid, ${other}::uuid])`;
  expect((await desk(slug)).shown.matches).toHaveLength(1);
});

async function makeTeam(): Promise<{ bodyId: string; chairId: string }> {
  const bodyId = await makeBody(own.database, { slug: `team-${newId()}`, kind: 'opgaveteam' });
  const chairId = await makePerson(own.database);
  await makeMembership(own.database, { personId: chairId, bodyId, role: 'chair' });
  return { bodyId, chairId };
}

describe('an agenda item', () => {
  const item = (gatheringId: string, bodyId: string, more: object = {}) => ({
    ...{ gatheringId, id: newId(), bodyId, title: 'Bankjes op het plein', questionIds: [] },
    request: 'Willen jullie dit op de agenda zetten?',
    ...more,
  });
  const answer = { revision: 1, answer: 'taken-up', text: 'Wij nemen dit op in ons plan.' } as const;

  test('is put forward by who runs it, with questions of this gathering, to a body that has an agenda', async () => {
    const { id, questions, people } = await makeOver();
    const { questions: others } = await makeOver();
    const { bodyId } = await makeTeam();
    const put = async (more: object, who = scene.editorId) =>
      putForward(item(id, bodyId, more), await as(own.database, who, after));
    expect(await put({}, people[0]!.personId)).toMatchObject({ reason: 'gathering-unknown' });
    expect(await put({ questionIds: [others[0]!] })).toMatchObject({ reason: 'question-unknown' });
    expect(await put({ bodyId: scene.officeId })).toMatchObject({ reason: 'body-unknown' });
    expect(await put({ bodyId: newId() })).toMatchObject({ ok: false });
    const order = { id: newId(), questionIds: questions };
    given(await put(order));
    given(await put(order));
    expect(await own.database.gatheringAgendaItem.count({ where: { gatheringId: id } })).toBe(1);
  });

  test('is answered once, by the body, not by who put it forward, and everybody who was there hears of it', async () => {
    const { id, people, guest } = await makeOver();
    const { bodyId, chairId } = await makeTeam();
    const other = await makeTeam();
    const order = item(id, bodyId);
    given(await putForward(order, await editor()));
    const as_ = async (personId: string, more: object = {}) =>
      answerItem({ id: order.id, ...answer, ...more }, await as(own.database, personId, addMinutes(after, 9)));
    expect(await as_(people[0]!.personId)).toMatchObject({ reason: 'role-needed' });
    expect(await as_(other.chairId)).toMatchObject({ reason: 'role-needed' });
    await makeMembership(own.database, { personId: scene.editorId, bodyId, role: 'chair' });
    expect(await as_(scene.editorId)).toMatchObject({ reason: 'own-request' });
    expect(await as_(chairId, { revision: 2 })).toMatchObject({ reason: 'changed-meanwhile' });
    const both = await Promise.all([as_(chairId), as_(chairId, { answer: 'declined' })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await as_(chairId, { answer: 'later', revision: 2 })).toMatchObject({ reason: 'already-answered' });
    for (const one of [people[0]!, guest])
      expect((await newsOf(own.database, one.id)).filter((news) => news === 'item-answered')).toHaveLength(1);
    const forged = own.database.gatheringAgendaItem.update({
      where: { id: order.id },
      data: { answerText: 'Toch niet hoor' },
    });
    await expect(forged).rejects.toThrow('gathering_agenda_item_once');
  });

  test('is not answered by its maker in the database either', async () => {
    const { id } = await makeOver();
    const { bodyId } = await makeTeam();
    const order = item(id, bodyId);
    given(await putForward(order, await editor()));
    const data = {
      ...{ state: 'answered', answer: 'later', answerText: 'Later misschien wel.', answeredAt: after },
      answeredById: scene.editorId,
    };
    await expect(own.database.gatheringAgendaItem.update({ where: { id: order.id }, data })).rejects.toThrow(
      'gathering_agenda_item_by_another',
    );
  });

  test('is taken back as long as there is no answer', async () => {
    const { id } = await makeOver();
    const { bodyId, chairId } = await makeTeam();
    const [one, other] = [item(id, bodyId), item(id, bodyId)];
    for (const order of [one, other]) given(await putForward(order, await editor()));
    const back = async (itemId: string) => withdrawItem({ gatheringId: id, id: itemId, revision: 1 }, await editor());
    given(await back(one.id));
    const chair = await as(own.database, chairId, after);
    expect(await answerItem({ id: one.id, ...answer }, chair)).toMatchObject({ reason: 'withdrawn' });
    given(await answerItem({ id: other.id, ...answer }, chair));
    expect(await back(other.id)).toMatchObject({ reason: 'already-answered' });
  });
});

test('the download has what somebody said and chose, and nothing that others promised', async () => {
  const { id, people } = await makeEvening(own.database, scene);
  const [me, other] = [people[0]!, people[1]!];
  for (const one of [me, other])
    given(
      await makePromise(
        {
          ...{ gatheringId: id, id: newId(), registrationId: one.id },
          content: {
            ...{ promiser: '', what: `Belofte van ${one.personId}`, dueOn: dayInAmsterdam(after) },
            ...{ portfolioId: null, isNamed: false },
          },
        },
        nobody(own.database),
      ),
    );
  given(await agreeToBeNamed({ gatheringId: id, registrationId: me.id, shownAs: 'Ikzelf' }, nobody(own.database)));
  const data = JSON.stringify(await myGatheringData(own.database, me.personId));
  expect(data).toContain(`Belofte van ${me.personId}`);
  expect(data).toContain('Ikzelf');
  expect(data).not.toContain(other.personId);
});

describe('mails of what came of it', () => {
  test('go to who was there, with the personal page, and not when they want none any more', async () => {
    const { id, slug, people, guest } = await makeOver();
    given(await publish(slug));
    const { handle, sent } = mailing(own.database);
    const news = { news: 'report-out', subjectId: id } as const;
    await handle('mail-gathering-outcome', { registrationId: guest.id, ...news });
    await handle('mail-gathering-outcome', { registrationId: people[0]!.id, ...news });
    expect(sent).toHaveLength(2);
    expect(sent[0]?.text).toContain(`/ontmoet/${slug}/verslag`);
    expect(sent[0]?.text).toContain(`/ontmoet/${slug}/beloftes/${guest.token}`);
    const no = { gatheringId: id, registrationId: guest.id, wants: false };
    given(await chooseOutcomeMails(no, nobody(own.database)));
    await handle('mail-gathering-outcome', { registrationId: guest.id, ...news });
    await own.database.$executeRaw`select erase_gathering_registrations(array[${people[0]!.id}::uuid])`;
    await handle('mail-gathering-outcome', { registrationId: people[0]!.id, ...news });
    expect(sent).toHaveLength(2);
  });
});
