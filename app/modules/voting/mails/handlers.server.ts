import { translatorOf } from '#app/i18n/all.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { personToMail, workersFor } from '#app/modules/loket/mails/recipients.server.ts';
import { enqueue, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { keepTime, shuffleBallots, shuffleRunning } from '../commands/keep-time.server.ts';
import { watchVotes } from '../commands/watch-votes.server.ts';
import { keepTimeJob, mailSignal, shuffleJob, shuffleLastJob, tellSignal, watchJob } from '../jobs.server.ts';
import { signal } from '../queries/signals.query.server.ts';
import { signalMail } from './signal-mail.ts';

const onSignal = handleJob(tellSignal, async ({ signalId }, { database, now }) => {
  const people = await workersFor(database, null, ['controlegroep'], dayInAmsterdam(now));
  await database.$transaction(async (tx) => {
    for (const { id: personId } of people)
      await enqueue(tx, mailSignal, { signalId, personId }, `mail-vote-signal:${signalId}:${personId}`);
  });
});

const onOne = handleJob(mailSignal, async ({ signalId, personId }, { database, mailer, publicUrl, jobKey }) => {
  const [seen, reader] = await Promise.all([
    signal(database, signalId),
    personToMail(database, personId, 'mailOnWork'),
  ]);
  if (seen === null || reader === null) return;
  await mailer.send(signalMail(seen, reader, publicUrl, translatorOf(reader.locale)), jobKey);
});

export const votingHandlers: readonly JobHandler[] = [
  handleJob(keepTimeJob, async (_payload, { database, now }) => {
    await keepTime(database, now);
  }),
  handleJob(shuffleJob, async (_payload, { database }) => shuffleRunning(database)),
  handleJob(shuffleLastJob, async (_payload, { database }) => shuffleBallots(database)),
  handleJob(watchJob, async (_payload, { database, now }) => {
    await watchVotes(database, now);
  }),
  onSignal,
  onOne,
];
