import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { noticeMail } from '#app/modules/loket/mails/notice-mail.ts';
import { personToMail, workersFor } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob, inBulk, type JobHandler } from '#app/platform/jobs.server.ts';
import { voteRoles } from '../policy.ts';

/** A winner of one vote that can be chosen, or could, in a vote of another body. */
const wonElsewhere = z.object({ voteId: z.uuid(), attempt: z.int(), number: z.int(), otherId: z.uuid() });

const mailWonElsewhere = defineJob('mail-plan-won-elsewhere', wonElsewhere.extend({ personId: z.uuid() }), inBulk);

/** Tells the bodies that have a winner of this count on the list of a vote of theirs, before that list or its outcome is decided on. */
export async function tellOtherBodies(
  database: Database,
  { voteId, attempt }: { voteId: string; attempt: number },
  now: Instant,
): Promise<void> {
  const others = await database.$queryRaw<{ number: number; otherId: string; bodyId: string }[]>`
    select a.number, o.id::text as "otherId", o.body_id::text as "bodyId"
    from vote_award a join vote_project p on p.initiative_id = a.initiative_id and p.vote_id <> a.vote_id and p.verdict is distinct from 'excluded'
      join vote o on o.id = p.vote_id
    where a.vote_id = ${voteId}::uuid and a.attempt = ${attempt}::int and a.state = 'won'
      and o.state in ('draft', 'announced', 'open', 'closed', 'counted') order by a.number, o.slug`;
  for (const { number, otherId, bodyId } of others) {
    const people = await workersFor(database, bodyId, [...voteRoles], dayInAmsterdam(now));
    await database.$transaction(async (tx) => {
      for (const { id: personId } of people)
        await enqueue(
          tx,
          mailWonElsewhere,
          { voteId, attempt, number, otherId, personId },
          `mail-plan-won-elsewhere:${voteId}:${String(attempt)}:${String(number)}:${otherId}:${personId}`,
        );
    });
  }
}

const onOne = handleJob(
  mailWonElsewhere,
  async ({ voteId, attempt, number, otherId, personId }, { database, mailer, publicUrl, jobKey }) => {
    const [award, other, reader] = await Promise.all([
      database.voteAward.findUnique({
        where: { voteId_attempt_number: { voteId, attempt, number } },
        select: {
          ...{ state: true, initiative: { select: { title: true } } },
          vote: { select: { title: true, body: { select: { name: true } } } },
        },
      }),
      database.vote.findUnique({ where: { id: otherId }, select: { title: true } }),
      personToMail(database, personId, 'mailOnWork'),
    ]);
    // the count was annulled, or the plan went its way, before the mail went
    if (award === null || other === null || reader === null || !['won', 'granted'].includes(award.state)) return;
    const { title } = award.initiative;
    const t = translatorOf(reader.locale);
    const words = { title, vote: other.title, other: award.vote.title, body: award.vote.body.name };
    const notice = {
      subject: t('voteFollows:wonElsewhereMail.subject', { title }),
      opening: [t('voteFollows:wonElsewhereMail.what', words)],
      closing: [t('voteFollows:wonElsewhereMail.next')],
      link: { words: t('voteFollows:wonElsewhereMail.link'), path: `/stemwerk/${otherId}` },
      signOff: t('voteFollows:wonElsewhereMail.signOff'),
      why: (link: string) => t('voteFollows:wonElsewhereMail.why', { link }),
    };
    await mailer.send(noticeMail(notice, reader, publicUrl, t), jobKey);
  },
);

export const wonElsewhereHandlers: readonly JobHandler[] = [onOne];
