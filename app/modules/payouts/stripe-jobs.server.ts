import { z } from 'zod';
import { defineJob, inBulk } from '#app/platform/jobs.server.ts';

/** Brings one payment further by Stripe, from wherever it is: a line of a batch, or a payment to an organisation. */
export const payByStripe = defineJob('pay-by-stripe', z.object({ paymentId: z.uuid() }), inBulk);

/** Settles what Stripe says was paid of a batch, after all that waits: once for many lines, never one entry for one person. */
export const settleByStripe = defineJob('settle-by-stripe', z.object({ batchId: z.uuid() }), inBulk + 1);

/** Tells who proposed or approved a payment to an organisation that it was not paid, or came back. */
export const mailPaymentFailed = defineJob('mail-payment-failed', z.object({ changeId: z.uuid(), personId: z.uuid() }));
