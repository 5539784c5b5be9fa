import { z } from 'zod';
import { defineJob, handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { keepTime, shuffleBallots } from './commands/keep-time.server.ts';

/** Both by the clock. */
const keepTimeJob = defineJob('open-and-close-votes', z.unknown());
const shuffleJob = defineJob('shuffle-ballots', z.unknown());

export const votingHandlers: readonly JobHandler[] = [
  handleJob(keepTimeJob, async (_payload, { database, now }) => {
    await keepTime(database, now);
  }),
  handleJob(shuffleJob, async (_payload, { database }) => shuffleBallots(database)),
];
