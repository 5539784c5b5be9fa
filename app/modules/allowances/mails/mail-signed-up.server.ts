import { translatorOf } from '#app/i18n/all.server.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailSignedUp } from '../jobs.server.ts';
import { signedUpMail } from './claim-mail.ts';

const onSignedUp = handleJob(
  mailSignedUp,
  async ({ activityId, personId }, { database, mailer, publicUrl, jobKey }) => {
    const part = await database.activityVolunteer.findUnique({
      where: { activityId_personId: { activityId, personId } },
      select: {
        leftAt: true,
        writtenName: true,
        activity: { select: { slug: true, name: true, body: { select: { name: true } } } },
      },
    });
    // left while the mail waited, or removed
    if (part === null || part.leftAt !== null) return;
    const person = await personToMail(database, personId, 'mailOnSteps');
    if (person === null) return;
    const { slug, name, body } = part.activity;
    const facts = { activityName: name, activitySlug: slug, bodyName: body.name, writtenName: part.writtenName };
    await mailer.send(signedUpMail(facts, person, publicUrl, translatorOf(person.locale)), jobKey);
  },
);

export const signedUpMailHandlers: readonly JobHandler[] = [onSignedUp];
