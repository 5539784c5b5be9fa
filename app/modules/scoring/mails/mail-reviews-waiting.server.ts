import { translatorOf } from '#app/i18n/all.server.ts';
import { localeFrom } from '#app/i18n/locale.ts';
import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailReviewsWaiting } from '../jobs.server.ts';
import { myReviews } from '../queries/my-reviews.query.server.ts';
import { reviewsWaitingMail } from './reviews-waiting.ts';

/** Nothing is sent when nothing waits any more, the round closed, or the person wants no mails about work. */
const onReviewsWaiting = handleJob(
  mailReviewsWaiting,
  async ({ roundId, personId }, { database, mailer, publicUrl, now, jobKey }) => {
    const person = await database.person.findFirst({
      where: { id: personId, deletedAt: null, mailOnWork: true },
      select: { email: true, name: true, locale: true },
    });
    const round = (await myReviews(database, personId, now)).find(({ id }) => id === roundId);
    if (person === null || round === undefined || round.phase === 'closed') return;
    const count = round.assignments.filter(({ state }) => ['wait', 'declare', 'draft'].includes(state)).length;
    if (count === 0) return;
    const recipient = { ...person, locale: localeFrom(person.locale) };
    const { title: roundTitle, bodyName, opensOn, closesOn } = round;
    const facts = { count, roundTitle, bodyName, opensOn, closesOn };
    await mailer.send(reviewsWaitingMail(facts, recipient, publicUrl, translatorOf(recipient.locale)), jobKey);
  },
);

export const scoringMailHandlers: readonly JobHandler[] = [onReviewsWaiting];
