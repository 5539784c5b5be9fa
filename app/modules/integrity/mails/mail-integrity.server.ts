import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { localeFrom } from '#app/i18n/locale.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import { defineJob, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { moveQuestions } from '../commands/follow-question.server.ts';
import { askStatements } from '../commands/state-interests.server.ts';
import { mailAsker, mailInterestAsk, mailLevel } from '../jobs.server.ts';
import { openContact, questionToken } from '../question.store.server.ts';
import { integrityMail } from './integrity-mail.ts';

const onAsk = handleJob(mailInterestAsk, async ({ personId }, { database, mailer, publicUrl, jobKey }) => {
  const person = await personToMail(database, personId, 'mailOnWork');
  if (person === null) return;
  await mailer.send(integrityMail({ kind: 'ask' }, person, publicUrl, translatorOf(person.locale)), jobKey);
});

const onAsker = handleJob(mailAsker, async ({ questionId, news }, { database, mailer, publicUrl, secret, jobKey }) => {
  const row = await database.integrityQuestion.findUnique({
    where: { id: questionId },
    select: { number: true, contact: true, locale: true },
  });
  const email = row === null ? null : openContact(secret, row.contact);
  if (row === null || email === null) return;
  const locale = localeFrom(row.locale);
  const path = `/integriteit/volg/${questionToken(secret, questionId)}`;
  const letter = { kind: 'asker', news, number: row.number, path } as const;
  await mailer.send(integrityMail(letter, { email, name: '', locale }, publicUrl, translatorOf(locale)), jobKey);
});

const onLevel = handleJob(
  mailLevel,
  async ({ questionId, personId, news }, { database, mailer, publicUrl, now, jobKey }) => {
    // the role may have ended since, or the question may be erased
    const [row] = await database.$queryRaw<{ number: string; sees: boolean; waits: boolean }[]>`
      select number, integrity_seen_by(${personId}::uuid, id, ${dayInAmsterdam(now)}::date) is not null as sees,
          outcome <> '' and released_at is null as waits
        from integrity_question where id = ${questionId}::uuid`;
    // an outcome is released by who need not have seen the question
    const isOfUse = news === 'released' ? row?.waits : row?.sees;
    const person = isOfUse ? await personToMail(database, personId, 'mailOnWork') : null;
    if (row === undefined || person === null) return;
    const path = news === 'released' ? '/integriteit/werk' : `/integriteit/werk/${questionId}`;
    const letter = { kind: 'level', news, number: row.number, path } as const;
    await mailer.send(integrityMail(letter, person, publicUrl, translatorOf(person.locale)), jobKey);
  },
);

const onStatements = handleJob(
  defineJob('ask-interest-statements', z.unknown()),
  async (_payload, { database, now }) => {
    await askStatements({ database, now });
  },
);

const onMove = handleJob(defineJob('move-integrity-questions', z.unknown()), async (_payload, { database, now }) => {
  await moveQuestions({ database, now });
});

export const integrityHandlers: readonly JobHandler[] = [onAsk, onAsker, onLevel, onStatements, onMove];
