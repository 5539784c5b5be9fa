import { translatorOf } from '#app/i18n/all.server.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import { portfolioMail } from '#app/modules/portfolios/mails/portfolio-mail.ts';
import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailInterest } from '../jobs.server.ts';
import { interestFacts } from '../queries/interest.query.server.ts';

/** Who took it back meanwhile, or is a match by now, is no longer news. */
const onInterest = handleJob(mailInterest, async ({ portfolioId, otherId, personId }, context) => {
  const { database, mailer, publicUrl, jobKey } = context;
  const facts = await interestFacts(database, { portfolioId, otherId, personId });
  if (facts === null) return;
  const person = await personToMail(database, personId, 'mailOnSteps');
  if (person === null) return;
  const words = { mine: facts.mine, other: facts.other };
  const path = `/ontmoet?portfolio=${facts.mineSlug}`;
  const mail = portfolioMail(
    { kind: 'interest', words, reason: '', path },
    person,
    publicUrl,
    translatorOf(person.locale),
  );
  await mailer.send(mail, jobKey);
});

export const interestMailHandlers: readonly JobHandler[] = [onInterest];
