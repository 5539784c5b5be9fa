import { peopleJobs } from '#app/modules/people/mails/mail-jobs.server.ts';
import type { JobHandler } from '#app/platform/jobs.server.ts';

/** What the worker can do: one line for each kind of job. A job without a handler stays in the queue. */
export const jobHandlers: readonly JobHandler[] = [...peopleJobs];
