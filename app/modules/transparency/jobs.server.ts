import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Signs what was put in the log since, and publishes it as tiles. */
export const publishLogJob = defineJob('publish-log', z.unknown());
