import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Tells a volunteer that the bank or Stripe could not pay a line of theirs. */
export const mailNotArrived = defineJob('mail-not-arrived', z.object({ lineId: z.uuid() }));
