import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Mails a reviewer that initiatives of a round wait for them: one mail for all that were assigned shortly after each other. */
export const mailReviewsWaiting = defineJob(
  'mail-reviews-waiting',
  z.object({ roundId: z.uuid(), personId: z.uuid() }),
);
