import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/kernel/ids.ts';
import { instant } from '#app/kernel/instant.ts';
import { askOutcomes } from '#app/modules/portfolios/commands/answer-outcome.server.ts';
import { inviteKeeper } from '#app/modules/portfolios/commands/invite-keeper.server.ts';
import { makeMatch } from '#app/modules/portfolios/commands/make-match.server.ts';
import { answerReport, reportConversation } from '#app/modules/portfolios/commands/report-conversation.server.ts';
import { markRead } from '#app/modules/portfolios/commands/send-message.server.ts';
import { portfolioHandlers } from '#app/modules/portfolios/mails/mail-portfolio.server.ts';
import { openMailer } from '#app/platform/mail.server.ts';
import { makePerson, testNow } from '#tests/factories/index.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { group, officer, wrote } from './scene.ts';

const own = useTestDatabase();
const publicUrl = 'https://wijkbeurs.example';

beforeEach(async () => {
  await own.database.demoMail.deleteMany();
  await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
});

type Queued = { name: string; key: string; payload: unknown };

/** Does what waits in the queue. */
async function work(): Promise<void> {
  const mailer = openMailer({ smtpUrl: null, mailFrom: 'Wijkbeurs <x@wijkbeurs.example>', publicUrl }, own.database);
  const jobs = await own.database.$queryRaw<Queued[]>`
    select t.identifier as name, j.key, j.payload from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id order by j.id`;
  await own.database.$executeRaw`delete from graphile_worker._private_jobs`;
  for (const { name, key, payload } of jobs) {
    const context = { database: own.database, mailer, publicUrl, secret: 'a secret', now: testNow, jobKey: key };
    await portfolioHandlers.find((handler) => handler.name === name)?.run(payload, context);
  }
}

async function mails(personId: string): Promise<{ subject: string; text: string }[]> {
  const { email } = await own.database.person.findUniqueOrThrow({ where: { id: personId } });
  return own.database.demoMail.findMany({ where: { toAddress: email }, select: { subject: true, text: true } });
}

describe('a message', () => {
  test('is told without what it says, in the language of who gets it', async () => {
    const [asker, answerer] = [await group(own.database, { name: 'Soepclub' }), await group(own.database)];
    await own.database.person.update({ where: { id: answerer.keeperId }, data: { locale: 'en' } });
    const id = await wrote(asker, answerer, 'Dit is geheim');
    await work();
    const [mail] = await mails(answerer.keeperId);
    expect(mail?.subject).toBe('You have a message from Soepclub');
    expect(mail?.text).toContain(`${publicUrl}/berichten/${id}`);
    expect(mail?.text).not.toContain('geheim');
    expect(await mails(asker.keeperId)).toEqual([]);
  });

  test('that was read meanwhile, or to who wants no mail, is not told', async () => {
    const [asker, answerer, quiet] = [await group(own.database), await group(own.database), await group(own.database)];
    await own.database.person.update({ where: { id: quiet.keeperId }, data: { mailOnSteps: false } });
    const id = await wrote(asker, answerer);
    await wrote(asker, quiet);
    await markRead({ conversationId: id, readAt: testNow }, answerer.keeper);
    await work();
    expect(await own.database.demoMail.count()).toBe(0);
  });
});

test('a match, and half a year later what became of it, is told to both', async () => {
  const [one, other] = [
    await group(own.database, { name: 'Eenclub' }),
    await group(own.database, { name: 'Anderclub' }),
  ];
  const pair = { oneId: one.id, otherId: other.id, origin: 'gathering' } as const;
  const { matchId } = await own.database.$transaction((tx) => makeMatch(tx, pair, instant('2026-05-01T10:00:00Z')));
  await work();
  expect((await mails(one.keeperId))[0]?.subject).toBe('Een match: Eenclub en Anderclub');
  expect((await mails(other.keeperId))[0]?.subject).toBe('Een match: Anderclub en Eenclub');
  await askOutcomes(own.database, testNow);
  await own.database.portfolioMatch.update({
    where: { id: matchId },
    data: { outcome: 'met', answeredAt: testNow },
  });
  await work();
  // told already
  expect(await mails(one.keeperId)).toHaveLength(1);
});

test('who is invited hears of it, with an account or without, and not who keeps it or wants no mail', async () => {
  const one = await group(own.database, { name: 'Samenclub' });
  const personId = await makePerson(own.database, { email: 'nieuw@wijkbeurs.example' });
  const quiet = await makePerson(own.database, { email: 'stil@wijkbeurs.example' });
  await own.database.person.update({ where: { id: personId }, data: { locale: 'en' } });
  await own.database.person.update({ where: { id: quiet }, data: { mailOnSteps: false } });
  const keeper = await own.database.person.findUniqueOrThrow({ where: { id: one.keeperId } });
  for (const email of ['nieuw@wijkbeurs.example', 'vreemd@elders.example', 'stil@wijkbeurs.example', keeper.email])
    expect(await inviteKeeper({ slug: one.slug, email }, one.keeper)).toMatchObject({ ok: true });
  await work();
  const sent = await own.database.demoMail.findMany({ orderBy: { toAddress: 'asc' } });
  expect(sent.map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
    ['nieuw@wijkbeurs.example', 'Would you like to help run “Samenclub”?'],
    ['vreemd@elders.example', 'Wil je “Samenclub” mee beheren?'],
  ]);
  expect(sent[1]?.text).toContain(`${publicUrl}/mijn/uitnodigingen`);
  expect(sent[1]?.text).not.toContain('/mijn/profiel');
});

test('of a report the editors, who reported and who was warned hear what concerns them', async () => {
  const [asker, answerer] = [await group(own.database, { name: 'Reclameclub' }), await group(own.database)];
  const editor = await officer(own.database, 'editor');
  const conversationId = await wrote(asker, answerer, 'Koop nu');
  const reportId = newId();
  await reportConversation({ conversationId, formKey: reportId, reason: 'Reclame van hen' }, answerer.keeper);
  await own.database.demoMail.deleteMany();
  await work();
  const [toEditor] = await mails(editor.actor.person.id);
  expect(toEditor?.text).toContain(`/ontmoet-werk/meldingen/${reportId}`);
  expect(toEditor?.text).not.toMatch(/Koop nu|Reclame van hen/);
  await answerReport({ reportId, answer: 'hidden', reason: 'Hier is geen reclame' }, editor);
  await work();
  expect((await mails(answerer.keeperId)).at(-1)?.text).toContain('Hier is geen reclame');
  const [warned] = (await mails(asker.keeperId)).slice(-1);
  expect(warned?.subject).toBe('Verborgen: Reclameclub');
  expect(warned?.text).toContain('Hier is geen reclame');
  expect(warned?.text).not.toContain('Reclame van hen');
});
