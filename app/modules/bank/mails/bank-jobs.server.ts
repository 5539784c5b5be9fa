import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { localeFrom } from '#app/i18n/locale.ts';
import { addMinutes } from '#app/kernel/instant.ts';
import { defineJob, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { eraseLeftAccounts } from '../commands/erase-left-accounts.server.ts';
import { earlierAddressDays } from '#app/modules/people/email-change.ts';
import { mailAccountChange } from '../jobs.server.ts';
import { accountMail } from './account-mail.ts';

const masked = { country: true, lastFour: true } as const;

/**
 * Whatever mails somebody wants: this one always goes, and to addresses from before as well while they are recent. Who took over an
 * account changes the address first.
 */
const onChange = handleJob(mailAccountChange, async ({ accountId, change, before }, context) => {
  const { database, mailer, publicUrl, jobKey } = context;
  const account = await database.bankAccount.findUnique({
    where: { id: accountId },
    select: {
      ...masked,
      addedAt: true,
      endedAt: true,
      personId: true,
      person: { select: { email: true, name: true, locale: true, deletedAt: true } },
    },
  });
  if (account === null || account.person.deletedAt !== null) return;
  const { email, name } = account.person;
  const locale = localeFrom(account.person.locale);
  const facts = {
    change,
    at: change === 'removed' ? (account.endedAt ?? account.addedAt) : account.addedAt,
    account,
    before: before === null ? null : await database.bankAccount.findUnique({ where: { id: before }, select: masked }),
  };
  const since = addMinutes(facts.at, -earlierAddressDays * 24 * 60);
  const earlier = await database.emailChange.findMany({
    where: { personId: account.personId, confirmedAt: { gte: since } },
    orderBy: { confirmedAt: 'asc' },
    select: { id: true, oldEmail: true },
  });
  const t = translatorOf(locale);
  await mailer.send(accountMail(facts, { email, name, locale }, publicUrl, t), jobKey);
  for (const { id, oldEmail } of earlier)
    if (oldEmail !== email)
      await mailer.send(accountMail(facts, { email: oldEmail, name, locale }, publicUrl, t), `${jobKey}:${id}`);
});

/** Finishes every night what deleting an account left for a payment. */
const eraseLeft = defineJob('erase-left-accounts', z.unknown());

const onNight = handleJob(eraseLeft, async (_, { database }) => {
  await eraseLeftAccounts(database);
});

export const bankJobs: readonly JobHandler[] = [onChange, onNight];
