import { z } from 'zod';
import { defineJob, inBulk } from '#app/platform/jobs.server.ts';

/** Every hour; sends what is due (`duePeriod`). */
export const sendDigestsJob = defineJob('send-digests', z.unknown());

/** Asks an address whether it wants to follow; or tells that it follows already, with the link to add something. */
export const mailFollow = defineJob('mail-follow', z.object({ subscriberId: z.uuid(), subject: z.string().max(600) }));

/** Remembers what questions find when somebody begins to follow them; what they ask stands in no job. */
export const lookAtSearch = defineJob('look-at-search', z.object({ subscriberId: z.uuid() }));

/** What happened in a period. The day is that of its row in `digest`. */
export const mailDigest = defineJob(
  'mail-digest',
  z.object({ subscriberId: z.uuid(), period: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }),
  inBulk,
);
