import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Removes what is past its period, by the clock. */
export const removePastRetentionJob = defineJob('remove-past-retention', z.unknown());
