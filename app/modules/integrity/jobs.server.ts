import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** Asks somebody with a role for their yearly statement of interests. */
export const mailInterestAsk = defineJob('mail-interest-ask', z.object({ personId: z.uuid() }));

/** What people hear of a question about integrity: never what it is about. */
export const questionNews = ['waits', 'answered', 'moved', 'closed', 'released', 'added'] as const;

export type QuestionNews = (typeof questionNews)[number];

/** Tells the asker that there is news, if they left an address. */
export const mailAsker = defineJob(
  'mail-integrity-asker',
  z.object({ questionId: z.uuid(), news: z.enum(questionNews) }),
);

/** Tells somebody of a level that a question waits for them. */
export const mailLevel = defineJob(
  'mail-integrity-level',
  z.object({ questionId: z.uuid(), personId: z.uuid(), news: z.enum(questionNews) }),
);
