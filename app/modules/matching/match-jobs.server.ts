import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { matchAll, matchChanged } from './commands/match-portfolios.server.ts';
import { matchAllJob, matchPortfoliosJob } from './jobs.server.ts';

const onChanged = handleJob(matchPortfoliosJob, async (_payload, { database, now }) => {
  await matchChanged(database, now);
});

const onAll = handleJob(matchAllJob, async (_payload, { database, now }) => {
  await matchAll(database, now);
});

export const matchingHandlers: readonly JobHandler[] = [onChanged, onAll];
