import { handleJob, type JobHandler } from '#app/platform/jobs.server.ts';
import { publishLedgerDays } from './commands/publish-ledger-days.server.ts';
import { publishLedgerDaysJob } from './jobs.server.ts';

const onPublish = handleJob(publishLedgerDaysJob, async (_payload, { database, now }) => {
  await publishLedgerDays(database, now);
});

export const ledgerDayHandlers: readonly JobHandler[] = [onPublish];
