import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { dayInAmsterdam, fromDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailSpending, spendingNews, type SpendingNews } from '../jobs.server.ts';
import { standings } from '../spending.store.server.ts';
import { spendingMail, type SpendingFacts } from './spending-mail.ts';

/** Mails one member: a mail that fails is tried again by itself. */
const mailSpendingMember = defineJob(
  'mail-spending-member',
  z.object({ spendingId: z.uuid(), revision: z.int(), news: z.enum(spendingNews), personId: z.uuid() }),
);

/** What there is to tell, or null: the proposal is another by now, or was decided before the mail went. */
async function factsOf(database: Database, spendingId: string, revision: number, news: SpendingNews) {
  const row = await database.smallSpending.findFirst({
    where: { id: spendingId, revision, state: news === 'decided' ? { not: 'proposed' } : 'proposed' },
    select: {
      what: true,
      amountCents: true,
      closesOn: true,
      number: true,
      state: true,
      proposerId: true,
      body: { select: { name: true } },
    },
  });
  if (row === null) return null;
  const facts: SpendingFacts = {
    spendingId,
    what: row.what,
    amount: cents(row.amountCents),
    allianceName: row.body.name,
    closesOn: fromDateColumn(row.closesOn),
    number: row.number,
    news:
      news === 'objected'
        ? 'objected'
        : news === 'proposed'
          ? revision === 1
            ? 'proposed'
            : 'revised'
          : row.state === 'confirmed'
            ? 'confirmed'
            : 'withdrawn',
  };
  return { facts, proposerId: row.proposerId };
}

const onSpending = handleJob(mailSpending, async ({ spendingId, revision, news }, { database, now }) => {
  const found = await factsOf(database, spendingId, revision, news);
  if (found === null) return;
  const members = (await standings(database, [spendingId], dayInAmsterdam(now))).map(({ personId }) => personId);
  const recipients =
    news === 'objected'
      ? [found.proposerId]
      : news === 'proposed'
        ? members.filter((id) => id !== found.proposerId)
        : [...new Set([...members, found.proposerId])];
  await database.$transaction(async (tx) => {
    for (const personId of recipients) {
      const key = `mail-spending-member:${spendingId}:${revision}:${news}:${personId}`;
      await enqueue(tx, mailSpendingMember, { spendingId, revision, news, personId }, key);
    }
  });
});

const onMember = handleJob(
  mailSpendingMember,
  async ({ spendingId, revision, news, personId }, { database, mailer, publicUrl, jobKey }) => {
    const found = await factsOf(database, spendingId, revision, news);
    const member = await personToMail(database, personId, 'mailOnWork');
    if (found === null || member === null) return;
    await mailer.send(spendingMail(found.facts, member, publicUrl, translatorOf(member.locale)), jobKey);
  },
);

export const allianceMailHandlers: readonly JobHandler[] = [onSpending, onMember];
