import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { localeFrom } from '#app/i18n/locale.ts';
import { dayInAmsterdam, toDateColumn } from '#app/kernel/calendar-date.ts';
import { programmeOffice } from '#app/modules/people/role.ts';
import { defineJob, enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailPayerAccount } from '../jobs.server.ts';
import { payerMail } from './payer-mail.ts';

const toPerson = z.object({
  proposalId: z.uuid(),
  state: z.enum(['proposed', 'confirmed', 'refused']),
  personId: z.uuid(),
});

/** Mails one person: a mail that fails is tried again by itself. */
const mailPayerAccountTo = defineJob('mail-payer-account-to', toPerson);

/** Everybody who could be the second person, whatever mails they want: it is about all payments. */
const onChange = handleJob(mailPayerAccount, async ({ proposalId, state }, { database, now }) => {
  const day = toDateColumn(dayInAmsterdam(now));
  const people = await database.person.findMany({
    where: {
      deletedAt: null,
      memberships: {
        some: {
          body: { slug: programmeOffice },
          role: { in: ['treasurer', 'administrator'] },
          beginsOn: { lte: day },
          OR: [{ endsOn: null }, { endsOn: { gte: day } }],
        },
      },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  await database.$transaction(async (tx) => {
    for (const { id: personId } of people)
      await enqueue(
        tx,
        mailPayerAccountTo,
        { proposalId, state, personId },
        `mail-payer-account:${proposalId}:${state}:${personId}`,
      );
  });
});

const person = { select: { name: true } } as const;

const onPerson = handleJob(mailPayerAccountTo, async ({ proposalId, state, personId }, context) => {
  const { database, mailer, publicUrl, jobKey } = context;
  const proposal = await database.payerAccountProposal.findUnique({
    where: { id: proposalId },
    select: { iban: true, proposedBy: person, answeredBy: person },
  });
  const to = await database.person.findFirst({
    where: { id: personId, deletedAt: null },
    select: { email: true, name: true, locale: true },
  });
  if (proposal === null || to === null) return;
  const locale = localeFrom(to.locale);
  const { iban, proposedBy, answeredBy } = proposal;
  const change = { state, iban, proposedBy: proposedBy.name, answeredBy: answeredBy?.name ?? '' };
  await mailer.send(payerMail(change, { ...to, locale }, publicUrl, translatorOf(locale)), jobKey);
});

export const payerMailHandlers: readonly JobHandler[] = [onChange, onPerson];
