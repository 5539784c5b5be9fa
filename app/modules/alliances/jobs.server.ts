import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** What members hear by mail. */
export const spendingNews = ['proposed', 'objected', 'decided'] as const;

export type SpendingNews = (typeof spendingNews)[number];

/** Mails whom it concerns: members when a proposal starts or was decided, the proposer when somebody objects. */
export const mailSpending = defineJob(
  'mail-spending',
  z.object({ spendingId: z.uuid(), revision: z.int(), news: z.enum(spendingNews) }),
);
