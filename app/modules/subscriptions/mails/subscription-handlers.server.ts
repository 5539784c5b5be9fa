import { translatorOf } from '#app/i18n/all.server.ts';
import { localeFrom } from '#app/i18n/locale.ts';
import { calendarDate, toDateColumn } from '#app/kernel/calendar-date.ts';
import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { sendDigests } from '../commands/send-digests.server.ts';
import { lookFirst } from '../commands/look-at-search.server.ts';
import { lookAtSearch, mailDigest, mailFollow, sendDigestsJob } from '../jobs.server.ts';
import { kindOf } from '../queries/following.query.server.ts';
import { newsAndHits } from '../queries/news.query.server.ts';
import { newsFound, toldOf, type FindNow } from '../queries/saved-searches.query.server.ts';
import { subjectName } from '../queries/subjects.server.ts';
import { readSubject } from '../subject.ts';
import { tokenOf } from '../token.server.ts';
import { digestMail, followMail } from './digest-mail.ts';

const addressee = {
  id: true,
  email: true,
  locale: true,
  confirmedAt: true,
  person: { select: { email: true, deletedAt: true } },
} as const;

type Addressee = { email: string; person: { email: string; deletedAt: Date | null } | null };

/** Empty: the account was left. */
function addressOf({ email, person }: Addressee): string {
  return person === null ? email : person.deletedAt === null ? person.email : '';
}

/** Mails to who follows something. Each can run twice: the same job gives the same mail. */
export const subscriptionHandlers = (findNow: FindNow): readonly JobHandler[] => [
  handleJob(sendDigestsJob, async (_payload, { database, now }) => {
    await sendDigests(database, now, findNow);
  }),

  handleJob(lookAtSearch, async ({ subscriberId }, { database, now }) => {
    const fresh = await database.subscription.findMany({
      where: { subscriberId, kind: 'search', lookedAt: null },
      select: { key: true },
    });
    for (const { key } of fresh) await lookFirst({ database, findNow }, { subscriberId, key }, now);
  }),

  handleJob(mailFollow, async ({ subscriberId, subject: word }, { database, mailer, publicUrl, secret, jobKey }) => {
    const row = await database.subscriber.findUnique({ where: { id: subscriberId }, select: addressee });
    const subject = readSubject(word);
    if (row === null || subject === null) return;
    const locale = localeFrom(row.locale);
    const name = await subjectName(database, subject, locale);
    const email = addressOf(row);
    if (name === null || email === '') return;
    const to = { email, locale, publicUrl, token: tokenOf(secret, row.id) };
    const mail = followMail({ name, isConfirmed: row.confirmedAt !== null, subject: word }, to, translatorOf(locale));
    await mailer.send(mail, jobKey);
  }),

  handleJob(mailDigest, async ({ subscriberId, period: day }, { database, mailer, publicUrl, secret, jobKey }) => {
    const period = calendarDate(day);
    const digest = await database.digest.findUnique({
      where: { subscriberId_period: { subscriberId, period: toDateColumn(period) } },
      select: {
        fromMoment: true,
        untilMoment: true,
        subscriber: { select: { ...addressee, followed: { select: { kind: true, key: true } } } },
      },
    });
    // stopped meanwhile
    if (digest === null || digest.subscriber.confirmedAt === null) return;
    const { subscriber, fromMoment, untilMoment } = digest;
    const email = addressOf(subscriber);
    const subjects = subscriber.followed.map(({ kind, key }) => ({ kind: kindOf(kind), key }));
    const between = { from: fromMoment, until: untilMoment };
    const items = await newsAndHits(database, subjects, between, async (key) => {
      const told = await toldOf(database, subscriberId, key, period);
      const hits = told.size === 0 ? [] : await findNow(database, key);
      return hits.filter(({ id }) => told.has(id)).map((one) => newsFound(one, untilMoment));
    });
    if (email === '' || items.length === 0) return;
    const locale = localeFrom(subscriber.locale);
    const to = { email, locale, publicUrl, token: tokenOf(secret, subscriber.id) };
    await mailer.send(digestMail(items, to, translatorOf(locale)), jobKey);
  }),
];
