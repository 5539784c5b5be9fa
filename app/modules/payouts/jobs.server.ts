import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Tells everybody who may say from which account the programme pays that another one was proposed, or what became of it. */
export const mailPayerAccount = defineJob(
  'mail-payer-account',
  z.object({ proposalId: z.uuid(), state: z.enum(['proposed', 'confirmed', 'refused']) }),
);

/** Tells a volunteer that the bank or Stripe could not pay a line of theirs. */
export const mailNotArrived = defineJob('mail-not-arrived', z.object({ lineId: z.uuid() }));
