import { translatorOf } from '#app/i18n/all.server.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { tellMoves } from '../commands/tell-moves.server.ts';
import { mailMoves, tellMovesJob } from '../jobs.server.ts';
import { movedContributions } from '../queries/moved.query.server.ts';
import { movesMail } from './moves-mail.ts';

const onLook = handleJob(tellMovesJob, async (_payload, { database, now }) => {
  await tellMoves({ database, now });
});

const onMoves = handleJob(mailMoves, async ({ personId, moves }, { database, mailer, publicUrl, jobKey }) => {
  const person = await personToMail(database, personId, 'mailOnSteps');
  if (person === null) return;
  const moved = await movedContributions(database, personId, moves);
  // taken back, or somebody else's, while the mail waited
  if (moved.length === 0) return;
  await mailer.send(movesMail(moved, person, publicUrl, translatorOf(person.locale)), jobKey);
});

export const contributionHandlers: readonly JobHandler[] = [onLook, onMoves];
