import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import { defineJob, enqueue, handleJob, inBulk, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailVoteCancelled } from '../jobs.server.ts';
import { voteCancelledMail } from './vote-cancelled.ts';

/** Mails who brought one plan: a mail that fails is tried again by itself. */
const mailPlanCancelled = defineJob('mail-plan-cancelled', z.object({ voteId: z.uuid(), number: z.int() }), inBulk);

const onCancelled = handleJob(mailVoteCancelled, async ({ voteId }, { database }) => {
  const projects = await database.voteProject.findMany({
    where: { voteId, verdict: 'included' },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  await database.$transaction(async (tx) => {
    for (const { number } of projects)
      await enqueue(tx, mailPlanCancelled, { voteId, number }, `mail-plan-cancelled:${voteId}:${String(number)}`);
  });
});

const onPlanCancelled = handleJob(
  mailPlanCancelled,
  async ({ voteId, number }, { database, mailer, publicUrl, jobKey }) => {
    const project = await database.voteProject.findUnique({
      where: { voteId_number: { voteId, number } },
      select: {
        vote: { select: { slug: true, title: true, cancelReason: true, body: { select: { name: true } } } },
        content: { select: { initiative: { select: { slug: true, title: true, submitterId: true } } } },
      },
    });
    const submitterId = project?.content.initiative.submitterId ?? null;
    if (project === null || submitterId === null) return;
    const submitter = await personToMail(database, submitterId, 'mailOnSteps');
    if (submitter === null) return;
    const { vote, content } = project;
    const plan = {
      ...{ voteSlug: vote.slug, vote: vote.title, body: vote.body.name, reason: vote.cancelReason },
      ...{ slug: content.initiative.slug ?? '', title: content.initiative.title },
    };
    await mailer.send(voteCancelledMail(plan, submitter, publicUrl, translatorOf(submitter.locale)), jobKey);
  },
);

export const cancelledMailHandlers: readonly JobHandler[] = [onCancelled, onPlanCancelled];
