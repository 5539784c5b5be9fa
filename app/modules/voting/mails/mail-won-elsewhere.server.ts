import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { dayInAmsterdam } from '#app/kernel/calendar-date.ts';
import { noticeMail } from '#app/modules/loket/mails/notice-mail.ts';
import { personToMail, workersFor } from '#app/modules/loket/mails/recipients.server.ts';
import { defineJob, enqueue, handleJob, inBulk, type JobHandler } from '#app/platform/jobs.server.ts';
import { voteRoles } from '../policy.ts';

/** A winner of one vote that can be chosen, or could, in a vote of another body. */
const wonElsewhere = z.object({ voteId: z.uuid(), attempt: z.int(), number: z.int(), otherId: z.uuid() });

const mailWonElsewhere = defineJob('mail-plan-won-elsewhere', wonElsewhere.extend({ personId: z.uuid() }), inBulk);

/** Tells the other bodies that have a winner of this count on the list of a vote of theirs, before that list or its outcome is decided on. */
export const tellOtherBodies = defineJob('tell-plan-won-elsewhere', z.object({ voteId: z.uuid(), attempt: z.int() }));

const onTell = handleJob(tellOtherBodies, async ({ voteId, attempt }, { database, now }) => {
  const others = await database.$queryRaw<{ number: number; otherId: string; bodyId: string }[]>`
    select a.number, o.id::text as "otherId", o.body_id::text as "bodyId"
    from vote_award a join vote v on v.id = a.vote_id
      join vote_project p on p.initiative_id = a.initiative_id and p.vote_id <> a.vote_id and p.verdict is distinct from 'excluded'
      join vote o on o.id = p.vote_id and o.body_id <> v.body_id
    where a.vote_id = ${voteId}::uuid and a.attempt = ${attempt}::int and a.state = 'won'
      and (o.state in ('draft', 'announced', 'open', 'closed') or (o.state = 'counted' and exists (
        select from vote_award w where w.vote_id = o.id and w.initiative_id = a.initiative_id and w.state = 'won')))
    order by a.number, o.slug`;
  const today = dayInAmsterdam(now);
  const bodies = [...new Set(others.map(({ bodyId }) => bodyId))];
  const people = await Promise.all(
    bodies.map(async (bodyId) => [bodyId, await workersFor(database, bodyId, [...voteRoles], today)] as const),
  );
  const peopleOf = new Map(people);
  await database.$transaction(async (tx) => {
    for (const { number, otherId, bodyId } of others)
      for (const { id: personId } of peopleOf.get(bodyId) ?? [])
        await enqueue(
          tx,
          mailWonElsewhere,
          { voteId, attempt, number, otherId, personId },
          `mail-plan-won-elsewhere:${voteId}:${String(attempt)}:${String(number)}:${otherId}:${personId}`,
        );
  });
});

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

export const wonElsewhereHandlers: readonly JobHandler[] = [onTell, onOne];
