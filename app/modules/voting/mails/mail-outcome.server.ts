import { z } from 'zod';
import { translatorOf } from '#app/i18n/all.server.ts';
import { personToMail } from '#app/modules/loket/mails/recipients.server.ts';
import type { Database } from '#app/platform/database.server.ts';
import { defineJob, enqueue, handleJob, inBulk, type JobHandler } from '#app/platform/jobs.server.ts';
import { mailVoteOutcome } from '../jobs.server.ts';
import { keptFacts } from '../result.ts';
import { cancelledMailHandlers } from './mail-cancelled.server.ts';
import { tellOtherBodies, wonElsewhereHandlers } from './mail-won-elsewhere.server.ts';
import { voteOutcomeMail, type PlanOutcome } from './vote-outcome.ts';

/** Mails who brought one plan: a mail that fails is tried again by itself. */
const mailPlanOutcome = defineJob(
  'mail-plan-outcome',
  z.object({ voteId: z.uuid(), attempt: z.int(), number: z.int() }),
  inBulk,
);

/** A count that stands; null: it was annulled before the mail went, or ended in a tie. */
async function standingCount(database: Database, voteId: string, attempt: number) {
  const count = await database.voteCount.findFirst({
    where: { voteId, attempt, vote: { state: { in: ['counted', 'concluded'] } } },
    select: {
      result: true,
      annulment: { select: { confirmedAt: true } },
      vote: { select: { slug: true, title: true, body: { select: { name: true } } } },
    },
  });
  if (count === null || count.annulment?.confirmedAt != null) return null;
  const result = keptFacts.parse(count.result);
  return result.is === 'tie' ? null : { vote: count.vote, result };
}

const onOutcome = handleJob(mailVoteOutcome, async ({ voteId, attempt }, { database }) => {
  if ((await standingCount(database, voteId, attempt)) === null) return;
  const projects = await database.voteProject.findMany({
    where: { voteId, verdict: 'included' },
    orderBy: { number: 'asc' },
    select: { number: true },
  });
  await database.$transaction(async (tx) => {
    for (const { number } of projects) {
      const key = `mail-plan-outcome:${voteId}:${String(attempt)}:${String(number)}`;
      await enqueue(tx, mailPlanOutcome, { voteId, attempt, number }, key);
    }
    await enqueue(tx, tellOtherBodies, { voteId, attempt }, `tell-plan-won-elsewhere:${voteId}:${String(attempt)}`);
  });
});

const onPlanOutcome = handleJob(
  mailPlanOutcome,
  async ({ voteId, attempt, number }, { database, mailer, publicUrl, jobKey }) => {
    const count = await standingCount(database, voteId, attempt);
    const project = await database.voteProject.findUnique({
      where: { voteId_number: { voteId, number } },
      select: { content: { select: { initiative: { select: { slug: true, title: true, submitterId: true } } } } },
    });
    if (count === null || project === null) return;
    const { slug, title, submitterId } = project.content.initiative;
    if (submitterId === null) return;
    const submitter = await personToMail(database, submitterId, 'mailOnSteps');
    if (submitter === null) return;
    const { vote, result } = count;
    const outcome: PlanOutcome = {
      ...{ voteSlug: vote.slug, vote: vote.title, body: vote.body.name, slug: slug ?? '', title },
      votes: result.votes.find(({ project: one }) => one === number)?.votes ?? 0,
      voters: result.voters,
      hasWon: result.winners.includes(number),
    };
    await mailer.send(voteOutcomeMail(outcome, submitter, publicUrl, translatorOf(submitter.locale)), jobKey);
  },
);

export const voteMailHandlers: readonly JobHandler[] = [
  onOutcome,
  onPlanOutcome,
  ...cancelledMailHandlers,
  ...wonElsewhereHandlers,
];
