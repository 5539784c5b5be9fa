import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { beginConversation } from '#app/modules/portfolios/commands/begin-conversation.server.ts';
import { blockOtherSide } from '#app/modules/portfolios/commands/block-portfolio.server.ts';
import { closePortfolio } from '#app/modules/portfolios/commands/change-portfolio.server.ts';
import { answerReport, reportConversation } from '#app/modules/portfolios/commands/report-conversation.server.ts';
import { markRead, sendMessage } from '#app/modules/portfolios/commands/send-message.server.ts';
import { showAgain } from '#app/modules/portfolios/commands/show-again.server.ts';
import { conversationView } from '#app/modules/portfolios/queries/conversation.query.server.ts';
import { conversations, unreadConversations } from '#app/modules/portfolios/queries/conversations.query.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { acting, group, joins, officer, waiting, wrote, type Group } from './scene.ts';

const own = useTestDatabase();

const said = async (conversationId: string, by: Group, text = 'Graag!', formKey = newId()) =>
  sendMessage({ conversationId, formKey, text }, by.keeper);

const unread = async (of: Group) => unreadConversations(own.database, of.keeper.actor);

const read = async (conversationId: string, of: Group, readAt = testNow) =>
  markRead({ conversationId, readAt }, of.keeper);

describe('writing to a portfolio', () => {
  test('reaches all its keepers, who can all answer', async () => {
    const [asker, answerer] = [await group(own.database), await group(own.database)];
    const second = await joins(own.database, answerer);
    const id = await wrote(asker, answerer);
    expect(await unread(answerer)).toBe(1);
    expect(await unreadConversations(own.database, second.actor)).toBe(1);
    expect(await unread(asker)).toBe(0);
    expect(await sendMessage({ conversationId: id, formKey: newId(), text: 'Welkom' }, second)).toMatchObject({
      ok: true,
    });
    expect(await unread(asker)).toBe(1);
    const view = await conversationView(own.database, asker.keeper.actor, id, testNow);
    expect(view?.messages.map(({ from, text }) => [from, text])).toEqual([
      ['mine', 'Zullen we koffie drinken?'],
      ['theirs', 'Welkom'],
    ]);
  });

  test('is read by nobody else', async () => {
    const [asker, answerer, stranger] = [
      await group(own.database),
      await group(own.database),
      await group(own.database),
    ];
    const id = await wrote(asker, answerer);
    expect(await conversationView(own.database, stranger.keeper.actor, id, testNow)).toBeNull();
    expect(await said(id, stranger)).toMatchObject({ ok: false, reason: 'conversation-unknown' });
    expect((await conversations(own.database, stranger.keeper.actor, 1)).items).toEqual([]);
    const editor = await officer(own.database, 'editor');
    expect(await conversationView(own.database, editor.actor, id, testNow)).toBeNull();
  });

  test('twice with one form is one message', async () => {
    const [asker, answerer] = [await group(own.database), await group(own.database)];
    const order = { formKey: newId(), to: answerer.slug, from: asker.slug, subject: 'Hoi', text: 'Hoi' };
    const both = await Promise.all([beginConversation(order, asker.keeper), beginConversation(order, asker.keeper)]);
    expect(both).toEqual([
      { ok: true, value: order.formKey },
      { ok: true, value: order.formKey },
    ]);
    const formKey = newId();
    await Promise.all([said(order.formKey, answerer, 'Ja', formKey), said(order.formKey, answerer, 'Ja', formKey)]);
    expect(await own.database.message.count({ where: { conversationId: order.formKey } })).toBe(2);
    // somebody else's key opens nothing
    const thief = await group(own.database);
    expect(await beginConversation({ ...order, from: thief.slug }, thief.keeper)).toMatchObject({
      reason: 'form-key-invalid',
    });
  });

  test('in the name of a portfolio of others is not possible', async () => {
    const [asker, answerer, other] = [await group(own.database), await group(own.database), await group(own.database)];
    const order = { formKey: newId(), to: answerer.slug, from: other.slug, subject: 'Hoi', text: 'Hoi' };
    expect(await beginConversation(order, asker.keeper)).toMatchObject({ reason: 'portfolio-unknown' });
    expect(await beginConversation({ ...order, from: '', to: asker.slug }, asker.keeper)).toMatchObject({
      reason: 'own-portfolio',
    });
  });

  test('stops at ten conversations a day and sixty messages an hour', async () => {
    const asker = await group(own.database);
    const others = await Promise.all(Array.from({ length: 11 }, async () => group(own.database)));
    const ids = [];
    for (const other of others.slice(0, 10)) ids.push(await wrote(asker, other));
    const eleventh = { formKey: newId(), to: others[10]!.slug, from: asker.slug, subject: 'x', text: 'x' };
    expect(await beginConversation(eleventh, asker.keeper)).toMatchObject({ reason: 'too-many-conversations' });
    const tomorrow = { ...asker.keeper, now: addMinutes(testNow, 24 * 60 + 1) };
    expect(await beginConversation(eleventh, tomorrow)).toMatchObject({ ok: true });
    // with the one of tomorrow
    for (let sent = 11; sent < 60; sent += 1) expect(await said(ids[0]!, asker)).toMatchObject({ ok: true });
    expect(await said(ids[0]!, asker)).toMatchObject({ reason: 'too-many-messages' });
  });

  test('mails once until it is read, and never what it says', async () => {
    const [asker, answerer] = [await group(own.database), await group(own.database)];
    const id = await wrote(asker, answerer, 'Geheim plan');
    const mails = async () =>
      (await waiting(own.database, 'mail-message')).filter(
        (job) => job.conversationId === id && job.personId === answerer.keeperId,
      );
    const first = await mails();
    expect(first).toHaveLength(1);
    expect(JSON.stringify(first)).not.toContain('Geheim');
    await said(id, asker, 'Nog iets');
    expect(await mails()).toEqual(first);
    await read(id, answerer, addMinutes(testNow, 1));
    const later = { ...asker.keeper, now: addMinutes(testNow, 5) };
    await sendMessage({ conversationId: id, formKey: newId(), text: 'En nu?' }, later);
    expect(await mails()).not.toEqual(first);
  });
});

test('a message that waited for another is dated after it, and is told and new to who read that one', async () => {
  const [asker, answerer] = [await group(own.database), await group(own.database)];
  const id = await wrote(asker, answerer);
  await read(id, answerer);
  // its form came in a second before the message that was read
  const formKey = newId();
  const earlier = { ...asker.keeper, now: addMinutes(testNow, -1) };
  expect(await sendMessage({ conversationId: id, formKey, text: 'En nog iets' }, earlier)).toMatchObject({ ok: true });
  expect(await unread(answerer)).toBe(1);
  const { sentAt } = await own.database.message.findUniqueOrThrow({ where: { id: formKey } });
  expect(sentAt.getTime()).toBe(testNow.getTime() + 1);
  const [told] = (await waiting(own.database, 'mail-message')).filter(
    (job) => job.conversationId === id && job.sentAt === sentAt.toISOString(),
  );
  expect(told).toMatchObject({ personId: answerer.keeperId });
  const { lastMessageAt } = await own.database.conversation.findUniqueOrThrow({ where: { id } });
  expect(lastMessageAt).toEqual(sentAt);
});

describe('who cannot be written to', () => {
  test('closed, hidden, withdrawn or kept by nobody', async () => {
    const [asker, closed, hidden] = [await group(own.database), await group(own.database), await group(own.database)];
    const id = await wrote(asker, closed);
    await closePortfolio({ slug: closed.slug, close: true }, closed.keeper);
    expect(await said(id, asker)).toMatchObject({ reason: 'to-closed' });
    const order = (to: string) => ({ formKey: newId(), to, from: '', subject: 'x', text: 'x' });
    expect(await beginConversation(order(closed.slug), asker.keeper)).toMatchObject({ reason: 'to-closed' });
    await own.database.portfolio.update({
      where: { id: hidden.id },
      data: { state: 'hidden', hiddenFrom: 'open', hiddenReason: 'Reclame' },
    });
    expect(await beginConversation(order(hidden.slug), asker.keeper)).toMatchObject({ reason: 'to-hidden' });
    const slug = `organisatie-${newId()}`;
    await own.database.organisation.create({ data: { id: newId(), slug, name: 'Van papier', kind: 'foundation' } });
    expect(await beginConversation(order(slug), asker.keeper)).toMatchObject({ reason: 'to-unkept' });
    const view = await conversationView(own.database, asker.keeper.actor, id, testNow);
    expect(view?.noAnswer).toBe('closed');
  });

  test('who blocked, also not as a person or as another conversation', async () => {
    const [asker, answerer] = [await group(own.database), await group(own.database)];
    const id = await wrote(asker, answerer);
    expect(await blockOtherSide({ conversationId: id, isBlocked: true }, answerer.keeper)).toMatchObject({ ok: true });
    expect(await said(id, asker)).toMatchObject({ reason: 'blocked' });
    expect(await said(id, answerer)).toMatchObject({ reason: 'blocked' });
    for (const from of [asker.slug, ''])
      expect(
        await beginConversation({ formKey: newId(), to: answerer.slug, from, subject: 'x', text: 'x' }, asker.keeper),
      ).toMatchObject({ reason: 'blocked' });
    await blockOtherSide({ conversationId: id, isBlocked: false }, answerer.keeper);
    expect(await said(id, asker)).toMatchObject({ ok: true });
  });

  test('the database refuses by itself', async () => {
    const [asker, answerer, stranger] = [
      await group(own.database),
      await group(own.database),
      await group(own.database),
    ];
    const conversationId = await wrote(asker, answerer);
    const message = {
      id: newId(),
      conversationId,
      authorId: stranger.keeperId,
      side: 'asker',
      text: 'x',
      sentAt: testNow,
    };
    await expect(own.database.message.create({ data: message })).rejects.toThrow(/message_of_its_side/);
    await expect(
      own.database.message.updateMany({ where: { conversationId }, data: { text: 'Iets anders' } }),
    ).rejects.toThrow(/message_as_it_was/);
  });
});

describe('a report', () => {
  const reported = async () => {
    const [asker, answerer] = [await group(own.database), await group(own.database)];
    const conversationId = await wrote(asker, answerer);
    const reportId = newId();
    const order = { conversationId, formKey: reportId, reason: 'Dit is reclame' };
    expect(await reportConversation(order, answerer.keeper)).toMatchObject({ ok: true });
    return { asker, answerer, conversationId, reportId };
  };

  test('hides the portfolio of the other side; both are told, and an editor can put it back', async () => {
    const { asker, answerer, conversationId, reportId } = await reported();
    const editor = await officer(own.database, 'editor');
    const answer = { reportId, answer: 'hidden', reason: 'Geen reclame op de beurs' } as const;
    expect(await answerReport(answer, editor)).toMatchObject({ ok: true });
    expect(await answerReport(answer, editor)).toMatchObject({ ok: true });
    expect(await answerReport(answer, await officer(own.database, 'editor'))).toMatchObject({
      reason: 'already-answered',
    });
    expect(await own.database.portfolio.findUnique({ where: { id: asker.id } })).toMatchObject({ state: 'hidden' });
    expect(await waiting(own.database, 'mail-report-answer')).toContainEqual({ reportId });
    expect(await waiting(own.database, 'mail-reported-side')).toContainEqual({ reportId, personId: asker.keeperId });
    expect(await said(conversationId, asker)).toMatchObject({ reason: 'mine-hidden' });
    const view = await conversationView(own.database, answerer.keeper.actor, conversationId, testNow);
    expect(view?.reports).toMatchObject([{ answer: 'hidden' }]);
    expect(await showAgain({ portfolioId: asker.id }, editor)).toMatchObject({ ok: true });
    expect(await said(conversationId, asker)).toMatchObject({ ok: true });
  });

  test('is answered by editors of the office only, and not of a conversation of their own', async () => {
    const { asker, answerer, reportId } = await reported();
    const answer = { reportId, answer: 'nothing', reason: 'Dit mag' } as const;
    for (const role of ['programme_manager', 'controlegroep', 'loket'] as const)
      expect(await answerReport(answer, await officer(own.database, role))).toMatchObject({ reason: 'role-needed' });
    expect(await answerReport(answer, answerer.keeper)).toMatchObject({ reason: 'role-needed' });
    const party = await acting(own.database, asker.keeperId, 'editor');
    expect(await answerReport(answer, party)).toMatchObject({ reason: 'own-report' });
  });

  test('waits once, and of a person without portfolio nothing can be hidden', async () => {
    const { answerer, conversationId } = await reported();
    const again = { conversationId, formKey: newId(), reason: 'Nog eens' };
    expect(await reportConversation(again, answerer.keeper)).toMatchObject({ reason: 'report-waits' });
    const resident = await acting(own.database, await makePerson(own.database));
    const begun = await beginConversation(
      { formKey: newId(), to: answerer.slug, from: '', subject: 'Hoi', text: 'Hoi' },
      resident,
    );
    if (!begun.ok) throw new Error(begun.reason);
    const reportId = newId();
    await reportConversation({ conversationId: begun.value, formKey: reportId, reason: 'Vervelend' }, answerer.keeper);
    const answer = { reportId, answer: 'hidden', reason: 'Nee' } as const;
    expect(await answerReport(answer, await officer(own.database, 'editor'))).toMatchObject({
      reason: 'nothing-to-hide',
    });
  });
});
