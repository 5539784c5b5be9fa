import { handleJob, type JobContext, type JobHandler } from '#app/platform/jobs.server.ts';
import { checkpointFile } from './checkpoint-memory.server.ts';
import { publishLog, type LogSigning } from './commands/publish-log.server.ts';
import { publishLogJob } from './jobs.server.ts';

type Installation = Pick<JobContext, 'database' | 'publicUrl' | 'now' | 'settings'>;

/** How this installation signs. */
export function signingOf({ database, publicUrl, now, settings }: Installation): LogSigning {
  return {
    ...{ database, now, seeds: settings?.transparencyKeys ?? [] },
    origin: `${new URL(publicUrl).host}/transparantie/log`,
    memory: settings === undefined ? null : checkpointFile(settings.dataFolder),
  };
}

const onPublish = handleJob(publishLogJob, async (_payload, context) => {
  const done = await publishLog(signingOf(context));
  // tried again later; whoever watches the machine must know that nothing is signed meanwhile
  if (!done.ok) throw new Error(`the log was not signed: ${done.reason}`);
});

export const logHandlers: readonly JobHandler[] = [onPublish];
