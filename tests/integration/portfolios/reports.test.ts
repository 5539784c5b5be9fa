import { describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { closePortfolio } from '#app/modules/portfolios/commands/change-portfolio.server.ts';
import { removeKeeper } from '#app/modules/portfolios/commands/remove-keeper.server.ts';
import { answerReport, reportConversation } from '#app/modules/portfolios/commands/report-conversation.server.ts';
import { showAgain } from '#app/modules/portfolios/commands/show-again.server.ts';
import { editedPortfolio } from '#app/modules/portfolios/queries/own-portfolios.query.server.ts';
import { hiddenPortfolios, reports, reportView } from '#app/modules/portfolios/queries/reports.query.server.ts';
import { testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { acting, group, joins, officer, waiting, wrote } from './scene.ts';

const own = useTestDatabase();

const reported = async () => {
  const [asker, answerer] = [await group(own.database), await group(own.database)];
  const colleague = await joins(own.database, asker);
  const conversationId = await wrote(asker, answerer);
  const reportId = newId();
  const order = { conversationId, formKey: reportId, reason: 'Dit is reclame' };
  expect(await reportConversation(order, answerer.keeper)).toMatchObject({ ok: true });
  return { asker, colleague, answerer, reportId };
};

const answer = (reportId: string, given: 'nothing' | 'warned' | 'hidden' = 'nothing') => ({
  reportId,
  answer: given,
  reason: 'Dit mag',
});

const officeOf = async (personId: string) => acting(own.database, personId, 'editor');

describe('a report is not of who it is about', () => {
  test('an editor of either side neither reads nor answers it; others do', async () => {
    const { asker, colleague, answerer, reportId } = await reported();
    for (const personId of [asker.keeperId, colleague.actor.person.id, answerer.keeperId]) {
      const party = await officeOf(personId);
      expect(await reportView(own.database, party.actor, reportId)).toBeNull();
      expect((await reports(own.database, party.actor)).map(({ id }) => id)).not.toContain(reportId);
      expect(await answerReport(answer(reportId), party)).toMatchObject({ reason: 'own-report' });
      const settle = own.database.messageReport.update({
        where: { id: reportId },
        data: { answer: 'nothing', answerReason: 'Mag', answeredById: personId, answeredAt: testNow },
      });
      await expect(settle).rejects.toThrow(/message_report_of_others/);
    }
    const free = await officer(own.database, 'editor');
    expect(await reportView(own.database, free.actor, reportId)).toMatchObject({ reason: 'Dit is reclame' });
    expect((await reports(own.database, free.actor)).map(({ id }) => id)).toContain(reportId);
    expect(await answerReport(answer(reportId), free)).toMatchObject({ ok: true });
  });

  test('also not by leaving the group first', async () => {
    const { asker, colleague, reportId } = await reported();
    const { keepers } = (await editedPortfolio(own.database, colleague.actor, asker.slug, testNow))!;
    const keeperId = keepers.find(({ isMe }) => isMe)!.id;
    const later = addMinutes(testNow, 30);
    expect(await removeKeeper({ slug: asker.slug, keeperId }, { ...colleague, now: later })).toMatchObject({
      ok: true,
    });
    const left = { ...(await officeOf(colleague.actor.person.id)), now: later };
    expect(await reportView(own.database, left.actor, reportId)).toBeNull();
    expect(await answerReport(answer(reportId), left)).toMatchObject({ reason: 'own-report' });
  });

  test('is mailed to the editors who can answer it only', async () => {
    const editor = await officer(own.database, 'editor');
    const free = await officer(own.database, 'editor');
    const [theirOwn, other] = [await group(own.database), await group(own.database)];
    await own.database.portfolioKeeper.updateMany({
      where: { portfolioId: theirOwn.id },
      data: { personId: editor.actor.person.id },
    });
    const party = { ...theirOwn, keeper: editor };
    const reportId = newId();
    const order = { conversationId: await wrote(party, other), formKey: reportId, reason: 'Vervelend' };
    expect(await reportConversation(order, other.keeper)).toMatchObject({ ok: true });
    const told = (await waiting(own.database, 'mail-report')).filter((job) => job.reportId === reportId);
    expect(told.map(({ personId }) => personId)).toContain(free.actor.person.id);
    expect(told.map(({ personId }) => personId)).not.toContain(editor.actor.person.id);
  });
});

describe('what was hidden', () => {
  test('comes back as it was: what its keeper had closed stays closed', async () => {
    const { asker, reportId } = await reported();
    await closePortfolio({ slug: asker.slug, close: true }, asker.keeper);
    const editor = await officer(own.database, 'editor');
    expect(await answerReport(answer(reportId, 'hidden'), editor)).toMatchObject({ ok: true });
    expect(await showAgain({ portfolioId: asker.id }, editor)).toMatchObject({ ok: true });
    expect(await own.database.portfolio.findUnique({ where: { id: asker.id } })).toMatchObject({ state: 'closed' });
    await own.database.portfolio.update({
      where: { id: asker.id },
      data: { state: 'hidden', hiddenReason: 'x', hiddenFrom: 'closed' },
    });
    const opened = own.database.portfolio.update({
      where: { id: asker.id },
      data: { state: 'open', hiddenReason: '', hiddenFrom: null },
    });
    await expect(opened).rejects.toThrow(/portfolio_returns_as_it_was/);
  });

  test('twice hidden is shown as it was before the first time', async () => {
    const { asker, answerer, reportId } = await reported();
    const editor = await officer(own.database, 'editor');
    const second = newId();
    const conversationId = await wrote(asker, answerer);
    await reportConversation({ conversationId, formKey: second, reason: 'Weer' }, answerer.keeper);
    await answerReport(answer(reportId, 'hidden'), editor);
    expect(await answerReport(answer(second, 'hidden'), editor)).toMatchObject({ ok: true });
    expect(await showAgain({ portfolioId: asker.id }, editor)).toMatchObject({ ok: true });
    expect(await own.database.portfolio.findUnique({ where: { id: asker.id } })).toMatchObject({ state: 'open' });
  });

  test('is not shown again by who keeps it; without a keeper it comes back closed', async () => {
    const { asker, colleague, reportId } = await reported();
    const editor = await officer(own.database, 'editor');
    await answerReport(answer(reportId, 'hidden'), editor);
    const party = await officeOf(colleague.actor.person.id);
    expect(await showAgain({ portfolioId: asker.id }, party)).toMatchObject({ reason: 'own-report' });
    expect((await hiddenPortfolios(own.database, party.actor)).map(({ id }) => id)).not.toContain(asker.id);
    expect((await hiddenPortfolios(own.database, editor.actor)).map(({ id }) => id)).toContain(asker.id);
    await own.database.portfolioKeeper.updateMany({ where: { portfolioId: asker.id }, data: { endedAt: testNow } });
    expect(await showAgain({ portfolioId: asker.id }, editor)).toMatchObject({ ok: true });
    expect(await own.database.portfolio.findUnique({ where: { id: asker.id } })).toMatchObject({ state: 'closed' });
  });
});
