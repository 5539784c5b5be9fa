import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { removePastRetention } from './commands/remove-past-retention.server.ts';
import { removePastRetentionJob } from './jobs.server.ts';

const onRemove = handleJob(removePastRetentionJob, async (_payload, { database }) => {
  await removePastRetention(database);
});

export const retentionHandlers: readonly JobHandler[] = [onRemove];
