import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { dayInAmsterdam, fromDateColumn, toDateColumn } from '#app/kernel/calendar-date.ts';
import { cents } from '#app/kernel/money.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { rulesOf } from '../donutfonds.store.server.ts';
import { donutNews, mailDonut, type DonutNews } from '../jobs.server.ts';
import { donutMail, type DonutFacts } from './donut-mail.ts';

/** Mails one person: a mail that fails is tried again by itself. */
const mailDonutMember = defineJob(
  'mail-donut-member',
  z.object({ applicationId: z.uuid(), news: z.enum(donutNews), personId: z.uuid() }),
);

/** What there is to tell, or null: it is not so any more. */
async function factsOf(database: Database, applicationId: string, news: DonutNews) {
  const row = await database.donutApplication.findFirst({
    where: { id: applicationId, state: news === 'withdrawn' ? 'withdrawn' : 'submitted' },
    include: {
      organisation: { select: { id: true, slug: true, name: true } },
      call: { include: { rules: true } },
      decision: { select: { number: true, amountCents: true } },
      verdicts: { where: { split: { state: 'confirmed' } }, select: { setAsideReason: true } },
    },
  });
  if (row === null || (news === 'decided' && row.decision === null)) return null;
  const amount = row.decision?.amountCents ?? null;
  const facts: DonutFacts = {
    news: news !== 'decided' ? news : amount === null ? 'declined' : 'rewarded',
    year: row.call.year,
    organisation: row.organisation,
    closesOn: fromDateColumn(row.call.closesOn),
    amount: amount === null ? null : cents(amount),
    figures: { value: cents(row.valueCents), costs: cents(row.costsCents) },
    rules: rulesOf(row.call.rules),
    setAsideReason: row.verdicts[0]?.setAsideReason ?? '',
    number: row.decision?.number ?? null,
  };
  return { facts, organisationId: row.organisationId, applicantId: row.applicantId };
}

const onApplication = handleJob(mailDonut, async ({ applicationId, news }, { database, now, jobKey }) => {
  const found = await factsOf(database, applicationId, news);
  if (found === null) return;
  const day = toDateColumn(dayInAmsterdam(now));
  const members =
    news !== 'decided'
      ? []
      : await database.organisationMember.findMany({
          where: {
            organisationId: found.organisationId,
            beginsOn: { lte: day },
            OR: [{ endsOn: null }, { endsOn: { gte: day } }],
          },
          select: { personId: true },
        });
  const recipients = new Set([found.applicantId, ...members.map(({ personId }) => personId)]);
  await database.$transaction(async (tx) => {
    for (const personId of recipients)
      await enqueue(tx, mailDonutMember, { applicationId, news, personId }, `${jobKey}:${personId}`);
  });
});

const onMember = handleJob(
  mailDonutMember,
  async ({ applicationId, news, personId }, { database, mailer, publicUrl, jobKey }) => {
    const found = await factsOf(database, applicationId, news);
    const member = await personToMail(database, personId, 'mailOnSteps');
    if (found === null || member === null) return;
    await mailer.send(donutMail(found.facts, member, publicUrl, translatorOf(member.locale)), jobKey);
  },
);

export const donutMailHandlers: readonly JobHandler[] = [onApplication, onMember];
