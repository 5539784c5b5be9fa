import { z } from 'zod';
import { defineJob, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { keepTime, shuffleBallots } from './commands/keep-time.server.ts';

/** By the clock, as the next. */
const keepTimeJob = defineJob('open-and-close-votes', z.unknown());
/** Mails who brought a plan what the vote came to, once for each count. */
export const mailVoteOutcome = defineJob('mail-vote-outcome', z.object({ voteId: z.uuid(), attempt: z.int() }));

const shuffleJob = defineJob('shuffle-ballots', z.unknown());

export const votingHandlers: readonly JobHandler[] = [
  handleJob(keepTimeJob, async (_payload, { database, now }) => {
    await keepTime(database, now);
  }),
  handleJob(shuffleJob, async (_payload, { database }) => shuffleBallots(database)),
];
