import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Brings one line of a batch further by Stripe, from wherever it is. */
export const payByStripe = defineJob('pay-by-stripe', z.object({ lineId: z.uuid() }));
