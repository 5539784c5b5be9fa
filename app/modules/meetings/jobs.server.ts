import { z } from 'zod';
import { defineJob } from '#app/platform/jobs.server.ts';

/** What somebody hears of something put forward for an agenda. */
export const requestNews = ['request-asked', 'request-placed', 'request-answered', 'request-back'] as const;
export type RequestNews = (typeof requestNews)[number];

export const mailRequest = defineJob(
  'mail-meeting-request',
  z.object({ requestId: z.uuid(), personId: z.uuid(), news: z.enum(requestNews) }),
);

/** Tells a member of the body that the concept of the minutes is there. */
export const mailMinutes = defineJob('mail-meeting-minutes', z.object({ meetingId: z.uuid(), personId: z.uuid() }));
