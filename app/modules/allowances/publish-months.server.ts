import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { publishMonths } from './commands/publish-months.server.ts';
import { publishMonthsJob } from './jobs.server.ts';

const onPublish = handleJob(publishMonthsJob, async (_payload, { database, now }) => {
  await publishMonths(database, now);
});

export const publishMonthsHandlers: readonly JobHandler[] = [onPublish];
