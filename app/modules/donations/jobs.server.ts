import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Has Stripe give back what two persons agreed on. */
export const sendGiftRefund = defineJob('send-gift-refund', z.object({ refundId: z.uuid() }));
